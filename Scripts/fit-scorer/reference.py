#!/usr/bin/env python3
"""The scorer's arithmetic in Python, step for step what the product computes: to choose constants, and to check it by.

    reference.py --models FOLDER --scorer Models/scorer --words Models/profanity/words.tsv < CASES > SCORES

A case is a line of JSON: {"text": ..., "kind": "concept|context|question|tone|fuzzy", "words": ..., "operator": ...,
"second": ...}; the answer is the same line with "value" (before calibration), "gate" and "score".
"""

import argparse
import collections
import json
import math
import pathlib
import re
import sys

import numpy

AUXILIARIES = set(
  "is are was were am be been do does did has have had can could will would shall should may might must".split())
NOUNS = set("text content message author writer post comment speaker image picture user".split())
SAYING = set(
  "contain mention describe discuss include show depict express have about mentions mentioning describing showing "
  "containing".split())


def statement(question):
  """What a yes/no question asserts: "is somebody being threatened?" is about "somebody being threatened"."""
  words = question.lower().strip().rstrip("? ").split()
  if not words or words[0] not in AUXILIARIES:
    return " ".join(words)
  rest = words[1:]
  if rest[:1] and rest[0] in {"it", "there", "this", "that"} and (len(rest) < 2 or rest[1] not in NOUNS):
    rest = rest[1:]
  elif len(rest) > 1 and rest[0] in {"the", "this", "that", "a", "an"} and rest[1] in NOUNS:
    rest = rest[2:]
  elif rest[:1] and rest[0] in NOUNS:
    rest = rest[1:]
  else:
    return " ".join(rest or words)
  if rest[:1] and rest[0] in {"is", "are"}:
    rest = rest[1:]
  if rest[:2] in (["talk", "about"], ["talking", "about"], ["refer", "to"]):
    rest = rest[2:]
  elif rest[:1] and rest[0] in SAYING:
    rest = rest[1:]
  return " ".join(rest or words)


class ProfanityPrior:
  def __init__(self, path):
    self.words, self.intercept = {}, 0.0
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
      fields = line.split("\t")
      if line.startswith("# intercept"):
        self.intercept = float(fields[1])
      elif not line.startswith("#"):
        self.words[fields[0]] = (float(fields[1]), float(fields[2]))

  def __call__(self, text):
    total = square = 0.0
    for word, count in collections.Counter(re.findall(r"\w\w+", text.lower())).items():
      if word in self.words:
        frequency, weight = self.words[word]
        total += count * frequency * weight
        square += (count * frequency) ** 2
    return min(6.0, max(-6.0, self.intercept + (total / math.sqrt(square) if square else 0.0)))


def normalized(vector):
  return vector / numpy.linalg.norm(vector)


class Content:
  """A text's spans (two windows each), its whole, and its profanity."""

  def __init__(self, windows, profanity):
    self.spans = windows if len(windows) == 1 else numpy.array(
      [normalized(first + second) for first, second in zip(windows, windows[1:])])
    self.whole = normalized(windows.sum(axis=0))[None]
    self.profanity = profanity


class Scorer:
  def __init__(self, folder, encode):
    folder = pathlib.Path(folder)
    self.constants = json.loads((folder / "scorer.json").read_text(encoding="utf-8"))
    self.rows = numpy.fromfile(folder / "vectors.f32", "<f4").reshape(-1, self.constants["dimension"])
    self.encode = encode
    self.prepared = {}

  def windows(self, text):
    words, size = text.split(), self.constants["windowWords"]
    return [" ".join(words[start:start + size]) for start in range(0, len(words), size)]

  def prepare(self, form_name, phrase):
    """The vector, the bias, the profanity weight and the gate of a phrase."""
    key = (form_name, phrase)
    if key not in self.prepared:
      form = self.constants[form_name]
      bare, shaped = self.encode([phrase, form["template"].format(phrase)])
      if form["referenceRow"] is not None:
        shaped = shaped - self.rows[form["referenceRow"]]
      anchors = form["anchors"]
      nearness = numpy.exp(self.rows[[anchor["row"] for anchor in anchors]] @ bare / form["temperature"])
      nearness /= nearness.sum() + math.exp(form["floor"] / form["temperature"])
      profanity = sum(share * anchor["profanity"] for share, anchor in zip(nearness, anchors))
      vector, bias, gate = shaped.copy(), 0.0, profanity
      for head in self.constants["heads"]:
        weight = sum(share * anchor["heads"].get(head["name"], 0) for share, anchor in zip(nearness, anchors))
        vector += form["headStrength"] * weight * self.rows[head["row"]]
        bias += form["headStrength"] * weight * head["bias"]
        gate = max(gate, weight)
      self.prepared[key] = (vector, bias, form["profanityStrength"] * profanity, min(1.0, gate))
    return self.prepared[key]

  def values(self, form_name, phrase, content, spans):
    vector, bias, profanity, gate = self.prepare(form_name, phrase)
    return spans @ vector + bias + profanity * content.profanity, gate

  def value(self, content, kind, words, operator=None, second=None):
    """The number before calibration, and the gate."""
    if kind == "tone":
      values, gate = self.values("tone", words, content, content.whole)
    elif kind == "context":
      both, gate = self.values("concept", f"{words} {operator.lower()} {second}", content, content.spans)
      slack = self.constants["contextSlack"]
      parts = [self.values("concept", part, content, content.spans)[0] + slack for part in (words, second)]
      values = numpy.minimum(both, numpy.minimum(*parts))
    else:
      phrase = statement(words) if kind == "question" else words
      values, gate = self.values("concept", phrase, content, content.spans)
    return float(values.max()), float(gate)

  def probability(self, kind, value, gate):
    scale = self.constants["calibration"][kind]
    slope = scale["slope"] + (scale["gatedSlope"] - scale["slope"]) * gate
    middle = scale["middle"] + (scale["gatedMiddle"] - scale["middle"]) * gate
    return 1 / (1 + math.exp(-slope * (value - middle)))


def main():
  from encoder import Encoder

  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--models", required=True)
  arguments.add_argument("--scorer", required=True)
  arguments.add_argument("--words", required=True)
  options = arguments.parse_args()
  scorer = Scorer(options.scorer, Encoder(options.models))
  prior = ProfanityPrior(options.words)
  for line in sys.stdin:
    case = json.loads(line)
    content = Content(scorer.encode(scorer.windows(case["text"])), prior(case["text"]))
    value, gate = scorer.value(content, case["kind"], case["words"], case.get("operator"), case.get("second"))
    print(json.dumps({
      **case, "value": round(value, 5), "gate": round(gate, 5),
      "score": round(scorer.probability(case["kind"], value, gate), 5),
    }, ensure_ascii=False))


if __name__ == "__main__":
  main()
