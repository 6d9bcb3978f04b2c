#!/usr/bin/env python3
"""Makes names.vectors, nudity.vectors and the thresholds of things.json, and says how well signals find their concepts.

    rule.py

To be run again whenever the text encoder or names.json changes. Thresholds are chosen on the signals of signals.txt
under [choosing]; those under [held] only judge them.
"""

import collections
import hashlib
import json

import numpy

import things
from text import SCORER, Encoder

ANCHORS = ["nudity", "nude", "naked", "naked body", "pornography", "pornographic", "sexually explicit",
           "explicit sexual content", "sexual intercourse", "NSFW", "not safe for work", "erotic pictures", "genitalia",
           "adult images", "adult content"]

RULE = {
  "version": 1,
  "phrase": {
    "articles": ["a", "an", "the", "any", "some", "all"],
    "manner": ["real", "clear", "close-up"],
    "media": ["photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images", "imagery",
              "pic", "pics", "drawing", "drawings", "depiction", "depictions"],
    "connectors": ["of", "containing", "that contain", "that contains", "with", "showing", "that show", "that shows",
                   "which show", "which shows", "depicting"],
    "small": ["a", "an", "the", "of", "in", "on", "with", "and", "or", "any", "some", "all"],
    "negations": ["no", "not", "without", "never", "none", "lacking", "absence", "except", "isn't", "aren't", "non"]},
  "concepts": {"nearness": 0.78, "sameness": 0.9, "coverage": 0.6, "margin": 0.05},
  "nudity": {
    "anchors": ANCHORS, "threshold": 0.68,
    "refused": ["child", "children", "kid", "kids", "minor", "minors", "underage", "teen", "teens", "teenager",
                "teenagers", "boy", "boys", "girl", "girls", "baby", "babies", "infant", "infants", "toddler",
                "toddlers", "csam"]},
  "calibration": {"things": {"slope": 1.0, "offset": 0.0}, "nudity": {"slope": 1.0, "offset": 0.0}},
}


def signals():
  """-> split, sign, signal, right concepts."""
  split = None
  for line in (things.HERE / "signals.txt").read_text().splitlines():
    if line.startswith("["):
      split = line.strip("[]")
    elif line[:1] in ("+", "-", "n"):
      signal, _, right = line[2:].partition(" = ")
      yield split, line[0], signal.strip(), {name.strip() for name in right.split(",") if name.strip()}


def main():
  encoder = Encoder()
  names = json.loads((things.IMAGES / "names.json").read_text())
  wordings = [wording for concept in names["concepts"] for wording in concept["wordings"]]
  things.save_vectors(things.IMAGES / "names.vectors", encoder(wordings))
  things.save_vectors(things.IMAGES / "nudity.vectors", encoder(ANCHORS))

  path = things.IMAGES / "things.json"
  rule = dict(RULE)
  if path.exists():
    rule["calibration"] = json.loads(path.read_text())["calibration"]
  rule["encoder"] = hashlib.sha256((SCORER / "encoder.onnx").read_bytes()).hexdigest()
  rule["wordings"] = hashlib.sha256("\n".join(wordings).encode()).hexdigest()
  path.write_text(json.dumps(rule, indent=1, ensure_ascii=False) + "\n")

  judge = things.Things(encoder)
  counts, wrong = collections.defaultdict(collections.Counter), []
  for split, sign, signal, right in signals():
    try:
      found = judge.resolve(signal)
      answer = "n" if found == "nudity" else "+"
    except things.Unjudgeable:
      found, answer = [], "-"
    counts[split][sign, answer] += 1
    named = [judge.concepts[number]["name"] for number in found] if answer == "+" else []
    if sign == "+":
      counts[split]["met"] += float(judge.vectors.dot(judge.vector(judge.phrase(signal))).max()) > 0.995
    if answer != sign or (sign == "+" and not right & set(named)):
      wrong.append((split, sign, signal, answer, named))
      counts[split]["wrong concept"] += answer == sign
  for split, of in counts.items():
    for sign, what in (("+", "judgeable"), ("n", "about nudity")):
      said, hit = sum(of[other, sign] for other in "+-n"), of[sign, sign]
      there = sum(of[sign, other] for other in "+-n")
      note = f", {of['met']} of them spelt as a concept is" if sign == "+" else ""
      print(f"{split}: {what}: {there} of {sum(of[a, b] for a in '+-n' for b in '+-n')} signals{note}; "
            f"precision {hit}/{said}, recall {hit}/{there}")
  for each in wrong:
    print("  ", *each)


if __name__ == "__main__":
  main()
