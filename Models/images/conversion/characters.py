#!/usr/bin/env python3
"""Writes the characters that the reader of lines knows, one a line, in the order of its outputs.

    characters.py --letters FILE.onnx --output FILE
"""

import argparse
import pathlib

import onnx


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--letters", type=pathlib.Path, required=True)
  parser.add_argument("--output", type=pathlib.Path, required=True)
  arguments = parser.parse_args()
  model = onnx.load(str(arguments.letters))
  characters = next(entry.value for entry in model.metadata_props if entry.key == "character").split("\n")
  # No character and the space stand before and after them.
  outputs = model.graph.output[0].type.tensor_type.shape.dim[2].dim_value
  if len(characters) + 2 != outputs or any(len(character) != 1 for character in characters):
    raise SystemExit(f"characters: {len(characters)} characters for {outputs} outputs")
  arguments.output.write_text("\n".join(characters) + "\n", encoding="utf-8")
  print(f"characters: {len(characters)}")


if __name__ == "__main__":
  main()
