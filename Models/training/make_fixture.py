#!/usr/bin/env python3
"""Writes what the tests of Tests/EmbeddedModelsTests compare with, into its folder Fixtures.

    python3 -m venv env && env/bin/pip install numpy onnxruntime==1.32.0 tokenizers==0.23.3
    env/bin/python Models/training/make_fixture.py Models/scorer

To be run again whenever the models change. A line of scores.jsonl is {"text": ..., "signal": ..., "logit": ...}, the
logit as another runtime has it; the texts are of one window. A line of disguise.jsonl is [text, what it is read as].
"""

import json
import pathlib
import random
import sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

import disguise

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent.parent / "Tests/EmbeddedModelsTests/Fixtures"

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


SIGNS = {"o": "0", "i": "1!", "l": "1", "e": "3", "a": "4@", "s": "5$", "t": "7", "b": "8"}


def hidden(word, chance):
  """A word as somebody might write it who hides it."""
  if chance.random() < 0.4:
    return chance.choice(" .-_*").join(word)
  return "".join(chance.choice(SIGNS[letter]) if letter in SIGNS and chance.random() < 0.5 else letter for letter in word)


def disguised_texts():
  """Plain texts, texts with hidden words, and strings of what disguises are made of."""
  chance = random.Random(3)
  lines = [line for file in sorted((HERE / "texts").glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
  texts = chance.sample([text for line in lines for text in json.loads(line)["shown"]], 300)
  for text in texts[:50]:
    yield text
  for text in texts[50:]:
    yield " ".join(hidden(word, chance) if chance.random() < 0.3 else word for word in text.split())
  for _ in range(100):
    yield "".join(chance.choice("aaIiltoeszx  .-_*!$@0134578926'") for _ in range(chance.randrange(1, 60)))


def write_disguises(tokenizer):
  reader = disguise.DisguiseReader(tokenizer)
  with open(FIXTURES / "disguise.jsonl", "w", encoding="utf-8", newline="\n") as file:
    for text in disguised_texts():
      file.write(json.dumps([text, reader(text)], ensure_ascii=False) + "\n")


def main(folder):
  tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
  tokenizer.no_padding()
  tokenizer.no_truncation()
  write_disguises(tokenizer)
  tokenizer.enable_truncation(json.loads((folder / "scorer.json").read_text())["maximumTokens"])
  encoder, scorer = (
    onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"])
    for name in ("encoder.onnx", "scorer.onnx"))

  def encode(text):
    ids = numpy.array([tokenizer.encode(text).ids], dtype=numpy.int64)
    inputs = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
    return encoder.run(["last_hidden_state"], inputs)[0]

  signals = numpy.stack([encode(signal)[0].mean(axis=0) for signal in SIGNALS])
  with open(FIXTURES / "scores.jsonl", "w", encoding="utf-8", newline="\n") as file:
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
