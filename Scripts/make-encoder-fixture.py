#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/embeddings.jsonl: sentences, and what another runtime makes of them.

    python3 -m venv env && env/bin/pip install numpy onnxruntime==1.32.0 tokenizers==0.23.3
    env/bin/python Scripts/make-encoder-fixture.py ~/.cache/gavel/models/v1/minilm

A line is {"text": ..., "embedding": [...]}: the mean over the tokens of all-MiniLM-L6-v2's last layer, of length 1.
"""

import json
import pathlib
import sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

MAXIMUM_TOKENS = 256
FIXTURE = pathlib.Path(__file__).parent.parent / "Tests/EmbeddedModelsTests/Fixtures/embeddings.jsonl"

TEXTS = [
  "dogs",
  "A dog chased its ball across the park, barking with joy.",
  "The court held that the deduction was not allowed under the tax code of that year.",
  "I will find you and make you regret it.",
  "Überraschung! Der Fußgänger aß Käse auf der Straße.",
  "我能吞下玻璃而不伤身体。",
  "🙂 ok!!! ... #winning @you",
  " ".join(["The library opens at nine, the coffee is good, and nobody minds if you stay until it closes."] * 4),
  " ".join(f"Item {number} of the list costs {number * 3} coins." for number in range(60)),
]


def main(folder):
  tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
  tokenizer.no_padding()
  tokenizer.enable_truncation(MAXIMUM_TOKENS)
  session = onnxruntime.InferenceSession(f"{folder}/model.onnx", providers=["CPUExecutionProvider"])
  with open(FIXTURE, "w", encoding="utf-8", newline="\n") as file:
    for text in TEXTS:
      ids = numpy.array([tokenizer.encode(text).ids], dtype=numpy.int64)
      (hidden,) = session.run(
        ["last_hidden_state"],
        {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)})
      mean = hidden[0].mean(axis=0)
      embedding = [round(float(value), 5) for value in mean / numpy.linalg.norm(mean)]
      file.write(json.dumps({"text": text, "embedding": embedding}) + "\n")


if __name__ == "__main__":
  if len(sys.argv) != 2:
    sys.exit("usage: make-encoder-fixture.py FOLDER")
  main(sys.argv[1])
