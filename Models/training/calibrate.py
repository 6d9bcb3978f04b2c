#!/usr/bin/env python3
"""Fits the curve from a logit to a probability, on concepts held apart from training, and writes scorer.json.

    calibrate.py --data FOLDER --encoder FOLDER --checkpoint FILE --output FILE [--dev FOLDER]

probability = sigmoid(slope * logit + offset) (Platt, 1999). The error is measured on the half of the concepts that the
curve was not fitted on, both ways round; the curve that is written is fitted on all of them.
"""

import argparse
import json
import pathlib

import torch
from torch.nn import functional

import corpus as corpora
import dev
import minilm
import scorer
import train

# What the product does with the model: see docs/models.md.
CONSTANTS = {
  "version": "3", "dimension": minilm.WIDTH, "windowWords": dev.WINDOW_WORDS, "stepWords": dev.STEP_WORDS,
  "maximumTokens": dev.MAXIMUM_TOKENS, "windowPenalty": dev.WINDOW_PENALTY, "contextSlack": 0.5, "prior": 0.05,
  "templates": {"sentiment": corpora.tone_phrase("{}")},
}
# A word list asks for near matches: what is merely about the same is not one. Taken off the offset.
FUZZY_STRICTER = 1.5


def fit(pairs):
  """pairs: (logit, answer, ...) -> slope, offset of least cross entropy."""
  logits = torch.tensor([pair[0] for pair in pairs], dtype=torch.float64)
  answers = torch.tensor([float(pair[1]) for pair in pairs], dtype=torch.float64)
  curve = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
  optimizer = torch.optim.LBFGS([curve], max_iter=200)

  def loss():
    optimizer.zero_grad()
    value = functional.binary_cross_entropy_with_logits(curve[0] * logits + curve[1], answers)
    value.backward()
    return value

  optimizer.step(loss)
  return curve.detach().tolist()


def apply(curve, pairs):
  return torch.sigmoid(torch.tensor([curve[0] * pair[0] + curve[1] for pair in pairs])).tolist()


def error(pairs):
  """The expected calibration error over ten bins of equal mass, by curves fitted on other concepts."""
  halves = [[pair for pair in pairs if corpora.is_held_apart(pair[3] + "/half", 0.5) == half] for half in (False, True)]
  answers, scores = [], []
  for fitted, judged in (halves, halves[::-1]):
    scores += apply(fit(fitted), judged)
    answers += [pair[1] for pair in judged]
  return dev.metrics.expected_calibration_error(answers, scores)


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--data", type=pathlib.Path, required=True)
  arguments.add_argument("--encoder", type=pathlib.Path, required=True)
  arguments.add_argument("--checkpoint", type=pathlib.Path, required=True)
  arguments.add_argument("--output", type=pathlib.Path, required=True)
  arguments.add_argument("--dev", type=pathlib.Path)
  arguments.add_argument("--seed", type=int, default=1)
  options = arguments.parse_args()

  corpus = corpora.Corpus(options.data, options.seed)
  model, tokenizer = scorer.load(options.checkpoint), minilm.Tokenizer(options.encoder, 128)
  pairs = train.apart_pairs(model, tokenizer, corpus)
  slope, offset = (round(value, 4) for value in fit(pairs))
  curve = {"slope": slope, "offset": offset}
  auroc = dev.metrics.area_under_roc([pair[1] for pair in pairs], [pair[0] for pair in pairs])
  print(f"calibrate: {curve}; {len(pairs)} pairs, {sum(pair[1] for pair in pairs)} shown; "
        f"AUROC {auroc:.3f}, calibration error {error(pairs):.3f}")
  curves = {form: curve for form in ("concept", "question", "context", "sentiment")}
  curves["fuzzy"] = {**curve, "offset": round(offset - FUZZY_STRICTER, 4)}
  written = {**CONSTANTS, "calibration": curves}
  options.output.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
  if options.dev:
    judge = dev.Judge(minilm.Tokenizer(options.encoder, dev.MAXIMUM_TOKENS), options.dev)
    for name in ("openai-moderation", "openai-moderation-reworded"):
      print(f"{name}: {dev.brief(judge.judge(model, name))}")
    print(f"hatecheck: {judge.judge_hatecheck(model):.3f}")


if __name__ == "__main__":
  main()
