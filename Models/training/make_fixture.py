#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/scores.jsonl: texts, signals, and the logits another runtime gives them.

    python3 -m venv env && env/bin/pip install numpy onnxruntime==1.32.0 tokenizers==0.23.3
    env/bin/python Models/training/make_fixture.py Models/scorer

To be run again whenever the models change. A line is {"text": ..., "signal": ..., "logit": ...}; the texts are of one
window.
"""

import json
import pathlib
import sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

FIXTURE = pathlib.Path(__file__).parent.parent.parent / "Tests/EmbeddedModelsTests/Fixtures/scores.jsonl"

TEXTS = [
  "dogs",
  "A dog chased its ball across the park, barking with joy.",
  "The court held that the deduction was not allowed under the tax code of that year.",
  "I will find you and make you regret it.",
  "Überraschung! Der Fußgänger aß Käse auf der Straße.",
  "我能吞下玻璃而不伤身体。",
  "🙂 ok!!! ... #winning @you",
  " ".join(["The library opens at nine, the coffee is good, and nobody minds if you stay until it closes."] * 4),
]
SIGNALS = [
  "dogs", "tax law", "a threat of violence", "is somebody being threatened?", "the tone is joyful", "dogs in park",
]


def main(folder):
  tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
  tokenizer.no_padding()
  tokenizer.enable_truncation(json.loads((folder / "scorer.json").read_text())["maximumTokens"])
  encoder, scorer = (
    onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"])
    for name in ("encoder.onnx", "scorer.onnx"))

  def encode(text):
    ids = numpy.array([tokenizer.encode(text).ids], dtype=numpy.int64)
    inputs = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
    return encoder.run(["last_hidden_state"], inputs)[0]

  signals = numpy.stack([encode(signal)[0].mean(axis=0) for signal in SIGNALS])
  with open(FIXTURE, "w", encoding="utf-8", newline="\n") as file:
    for text in TEXTS:
      tokens = encode(text)
      mask = numpy.ones(tokens.shape[:2], dtype=numpy.int64)
      (logits,) = scorer.run(["logits"], {"tokens": tokens, "mask": mask, "signals": signals})
      for signal, logit in zip(SIGNALS, logits[0]):
        line = {"text": text, "signal": signal, "logit": round(float(logit), 4)}
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
  if len(sys.argv) != 2:
    sys.exit("usage: make_fixture.py FOLDER")
  main(pathlib.Path(sys.argv[1]))
