"""How a signal is judged on a picture: the rule of ../README.md, in the order in which it is told there.

This is what the recipe measures and fits; the product has its own implementation of the same rule.
"""

import json
import math
import pathlib
import re

import numpy

HERE = pathlib.Path(__file__).resolve().parent
IMAGES = HERE.parent


def logit(probability):
  probability = min(max(probability, 1e-4), 1 - 1e-4)
  return math.log(probability / (1 - probability))


def sigmoid(x):
  return 1 / (1 + math.exp(-x))


def save_vectors(path, vectors):
  """Rows of one little-endian 32-bit float, the scale, and 384 signed bytes: component = byte * scale."""
  scales = numpy.abs(vectors).max(axis=1, keepdims=True) / 127
  rows = numpy.rint(vectors / scales).astype(numpy.int8)
  with open(path, "wb") as file:
    for scale, row in zip(scales[:, 0], rows):
      file.write(numpy.float32(scale).astype("<f4").tobytes() + row.tobytes())


def load_vectors(path):
  rows = numpy.frombuffer(path.read_bytes(), numpy.uint8).reshape(-1, 4 + 384)
  scales = rows[:, :4].copy().view("<f4")
  return rows[:, 4:].copy().view(numpy.int8).astype(numpy.float32) * scales


class Unjudgeable(Exception):
  """Nothing here can tell."""


class Things:

  def __init__(self, encoder, folder=IMAGES):
    self.encoder = encoder
    self.names = json.loads((folder / "names.json").read_text())
    self.rule = json.loads((folder / "things.json").read_text())
    self.concepts = self.names["concepts"]
    self.owner, self.wordings = zip(*(
      (number, wording) for number, concept in enumerate(self.concepts) for wording in concept["wordings"]))
    self.owner = numpy.array(self.owner)
    self.vectors = load_vectors(folder / "names.vectors")
    self.anchors = load_vectors(folder / "nudity.vectors")
    self.known = {}

  def vector(self, text):
    if text not in self.known:
      self.known[text] = self.encoder([text])[0]
    return self.known[text]

  # The signal's words

  def phrase(self, signal):
    """The signal without what only says that it is about a picture: "a photo of a cat" -> "cat"."""
    rule = self.rule["phrase"]
    words = " ".join(signal.lower().split()).strip(" .?!\"'").split(" ")

    def is_medium(word):
      return word in rule["media"]

    start = 0
    while start < len(words) and words[start] in rule["articles"] + rule["manner"]:
      start += 1
    if start < len(words) and is_medium(words[start]):
      rest = words[start + 1:]
      for connector in sorted(rule["connectors"], key=len, reverse=True):
        parts = connector.split()
        if rest[:len(parts)] == parts and len(rest) > len(parts):
          words = rest[len(parts):]
          break
    while len(words) > 1 and is_medium(words[-1]):
      words = words[:-1]
    while len(words) > 1 and words[0] in rule["articles"]:
      words = words[1:]
    return " ".join(words)

  def alternatives(self, signal):
    """"guns, knives or swords" -> its three parts."""
    parts = re.split(r"\s*,\s*(?:or\s+)?|\s+or\s+|\s+and/or\s+|\s*/\s*", self.phrase(signal))
    return [self.phrase(part) for part in parts if part]

  def words(self, phrase):
    return [word for word in re.findall(r"[a-z']+", phrase.lower()) if word not in self.rule["phrase"]["small"]]

  # What answers it

  def resolve(self, signal):
    """-> "nudity", or the numbers of the concepts that answer the signal."""
    if self.is_nudity(self.phrase(signal)):
      return "nudity"
    found = set()
    parts = self.alternatives(signal)
    if not parts:
      raise Unjudgeable
    for part in parts:
      found |= self.concepts_of(part)
    return sorted(found)

  def is_nudity(self, phrase):
    rule = self.rule["nudity"]
    if set(self.words(phrase)) & set(rule["refused"]):
      return False
    return float((self.anchors @ self.vector(phrase)).max()) >= rule["threshold"]

  def concepts_of(self, phrase):
    rule = self.rule["concepts"]
    if set(re.findall(r"[a-z']+", phrase)) & set(self.rule["phrase"]["negations"]):
      raise Unjudgeable
    cosines = self.vectors @ self.vector(phrase)
    best = float(cosines.max())
    if best < rule["nearness"]:
      raise Unjudgeable
    nearest = self.owner[int(cosines.argmax())]
    if best < rule["sameness"] and self.coverage(phrase, nearest) < rule["coverage"]:
      raise Unjudgeable
    return {int(number) for number in self.owner[cosines >= max(best - rule["margin"], rule["nearness"])]}

  def coverage(self, phrase, concept):
    """How near the concept is to that word of the phrase which is farthest from it."""
    rows = self.vectors[self.owner == concept]
    spelt = {word for wording in self.concepts[concept]["wordings"] for word in self.words(wording)}
    return min((1.0 if word in spelt else float((rows @ self.vector(word)).max()) for word in self.words(phrase)),
               default=0.0)

  # The score

  def evidence(self, concepts, classifier, detector):
    """classifier: [1000] probabilities; detector: [80], the best box's score of each. -> what both say, 0 to 1"""
    weights = {"classifier": {}, "detector": {}}
    for concept in concepts:
      for kind, weight in weights.items():
        for number, value in self.concepts[concept][kind]:
          weight[number] = max(weight.get(number, 0), value)
    # The classifier's things exclude each other, the detector's do not.
    named = sum(weight * float(classifier[number]) for number, weight in weights["classifier"].items())
    boxed = max((weight * float(detector[number]) for number, weight in weights["detector"].items()), default=0.0)
    return 1 - (1 - min(named, 1.0)) * (1 - boxed)

  def score(self, concepts, classifier, detector):
    return self.calibrated("things", self.evidence(concepts, classifier, detector))

  def nudity(self, probability):
    return self.calibrated("nudity", probability)

  def calibrated(self, kind, value):
    of = self.rule["calibration"][kind]
    return sigmoid(of["slope"] * logit(value) + of["offset"])
