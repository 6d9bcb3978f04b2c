#!/usr/bin/env python3
"""Writes Models/scorer/scorer.json and vectors.f32: the trained heads, the anchors and the constants of the scorer.

    python3 -m venv env && env/bin/pip install openvino==2026.4.1 numpy==2.4.6 tokenizers==0.23.3 scikit-learn==1.9.1
    env/bin/python Scripts/fit-scorer/fit.py --data FOLDER --models "$(Scripts/setup-models.sh --where)" Models/scorer

FOLDER holds the public data sets that docs/models.md names. Some minutes on one core.
"""

import argparse
import csv
import json
import pathlib
import random

import numpy
from sklearn.linear_model import LogisticRegression

import anchors
from encoder import Encoder
from pairs import minimal_pairs

WINDOW_WORDS = 45
TONE_TEMPLATE = "I am feeling {} about this."

# Chosen on the development halves named in docs/quality.md; what each means is told in docs/models.md.
CONSTANTS = {
  "concept": {"temperature": 0.05, "floor": 0.5, "headStrength": 0.25, "profanityStrength": 0.025},
  "tone": {"temperature": 0.05, "floor": 0.45, "headStrength": 0.2, "profanityStrength": 0.0},
  "calibration": {
    "concept": {"slope": 14, "middle": 0.32, "gatedSlope": 8, "gatedMiddle": 0.38},
    "question": {"slope": 14, "middle": 0.32, "gatedSlope": 8, "gatedMiddle": 0.38},
    "context": {"slope": 14, "middle": 0.28, "gatedSlope": 9, "gatedMiddle": 0.32},
    "fuzzy": {"slope": 14, "middle": 0.42, "gatedSlope": 8, "gatedMiddle": 0.5},
    "tone": {"slope": 14, "middle": 0.18, "gatedSlope": 7, "gatedMiddle": 0.2},
  },
}


def read_data(folder):
  """Texts of ordinary talk, prompts by hazard, and comments with their emotions."""
  chance = random.Random(7)
  intents = [row[0] for row in json.loads((folder / "clinc150.json").read_text())["test"]]
  with open(folder / "banking77.csv", newline="", encoding="utf-8") as file:
    banking = [row["text"] for row in csv.DictReader(file)]
  with open(folder / "sms-spam.tsv", encoding="utf-8", errors="replace") as file:
    messages = [line.rstrip("\n").split("\t", 1)[1] for line in file]
  with open(folder / "ailuminate-demo-en.csv", newline="", encoding="utf-8") as file:
    prompts = [(row["prompt_text"], row["hazard"]) for row in csv.DictReader(file)]
  names = (folder / "goemotions-labels.txt").read_text().split("\n")
  with open(folder / "goemotions-train.tsv", encoding="utf-8") as file:
    rows = [line.rstrip("\n").split("\t") for line in file]
  comments = [(row[0], {names[int(label)] for label in row[1].split(",")}) for row in rows]
  everyday = chance.sample(intents, 3000) + chance.sample(banking, 2000) + chance.sample(messages, 1000)
  return everyday, prompts, comments


def first_window(text):
  return " ".join(text.split()[:WINDOW_WORDS])


def fit_head(shown, not_shown, regularization):
  """A logistic head over groups of (vectors, weight of the whole group)."""
  groups = [(vectors, 1, weight) for vectors, weight in shown] + [(vectors, 0, weight) for vectors, weight in not_shown]
  inputs = numpy.concatenate([vectors for vectors, _, _ in groups])
  labels = numpy.concatenate([numpy.full(len(vectors), label) for vectors, label, _ in groups])
  weights = numpy.concatenate([numpy.full(len(vectors), weight / len(vectors)) for vectors, _, weight in groups])
  model = LogisticRegression(C=regularization, max_iter=3000)
  model.fit(inputs, labels, sample_weight=weights / weights.sum() * 1000)
  return model.coef_[0], model.intercept_[0]


def standardize(head, shown, not_shown):
  """Scales a head so that what shows its meaning averages +1, and what does not -1."""
  weights, bias = head
  high, low = (shown @ weights + bias).mean(), (not_shown @ weights + bias).mean()
  return weights * 2 / (high - low), (bias - (high + low) / 2) * 2 / (high - low)


def harm_heads(encode, everyday, prompts, comments):
  cross = {"anger", "annoyance", "disgust", "disapproval"}
  calm = [first_window(text) for text, emotions in comments[:5000] if not emotions & cross]
  ordinary = [(encode(everyday), 0.5), (encode(calm), 0.5)]
  self_harm = encode([first_window(text) for text, hazard in prompts if hazard == "ssh"])
  other_harm = encode([first_window(text) for text, hazard in prompts if hazard != "ssh"])
  for name, (shown, not_shown) in minimal_pairs().items():
    shown, not_shown = encode(shown), encode(not_shown)
    positive, negative = [(shown, 1)], [(not_shown, 1)] + ordinary
    if name == "selfHarm":
      positive.append((self_harm, 0.2))
      negative.append((other_harm, 0.2))
    yield name, standardize(fit_head(positive, negative, regularization=0.3), shown, not_shown)


def tone_heads(encode, everyday, comments):
  vectors, ordinary = encode([first_window(text) for text, _ in comments]), encode(everyday)
  inputs = numpy.concatenate([vectors, ordinary])
  for name in sorted(set().union(*(emotions for _, emotions in comments)) - {"neutral"}):
    shown = numpy.array([name in emotions for _, emotions in comments])
    labels = numpy.concatenate([shown, numpy.zeros(len(ordinary), bool)])
    model = LogisticRegression(C=1, max_iter=500).fit(inputs, labels)
    yield name, standardize((model.coef_[0], model.intercept_[0]), vectors[shown], vectors[~shown])


def form(rows, encode, groups, template, reference, constants):
  entries = [(weights, phrase) for weights, phrases in groups for phrase in phrases]
  first = len(rows)
  rows.extend(encode([phrase for _, phrase in entries]))
  reference_row = None
  if reference:
    reference_row = len(rows)
    rows.append(encode([template.format(tone) for tone in reference]).mean(axis=0))
  return {
    "template": template, "referenceRow": reference_row, **constants,
    "anchors": [
      {
        "phrase": phrase, "row": first + index, "profanity": weights.get("profanity", 0),
        "heads": {name: weight for name, weight in weights.items() if name != "profanity"},
      } for index, (weights, phrase) in enumerate(entries)
    ],
  }


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--data", type=pathlib.Path, required=True, help="folder of the training sets")
  arguments.add_argument("--models", type=pathlib.Path, required=True, help="folder that setup-models.sh filled")
  arguments.add_argument("output", type=pathlib.Path, help="folder to write into")
  options = arguments.parse_args()

  encode = Encoder(options.models)
  everyday, prompts, comments = read_data(options.data)
  everyday = [first_window(text) for text in everyday]
  heads = [*harm_heads(encode, everyday, prompts, comments), *tone_heads(encode, everyday, comments)]

  rows = [weights for _, (weights, _) in heads]
  concept = form(rows, encode, anchors.CONCEPT, "{}", None, CONSTANTS["concept"])
  tone = form(rows, encode, anchors.TONE, TONE_TEMPLATE, anchors.REFERENCE_TONES, CONSTANTS["tone"])
  scorer = {
    "version": "1", "dimension": 384, "windowWords": WINDOW_WORDS, "contextSlack": 0.1,
    "calibration": CONSTANTS["calibration"],
    "heads": [{"name": name, "row": row, "bias": round(float(bias), 6)} for row, (name, (_, bias)) in enumerate(heads)],
    "concept": concept, "tone": tone,
  }
  options.output.mkdir(parents=True, exist_ok=True)
  numpy.array(rows, "<f4").tofile(options.output / "vectors.f32")
  (options.output / "scorer.json").write_text(json.dumps(scorer, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
  main()
