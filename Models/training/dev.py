"""Judges a scorer on the development sets, by the policies that the benchmark uses."""

import csv
import json
import pathlib
import re
import sys

import torch

import disguise
import minilm

REPOSITORY = pathlib.Path(__file__).parent.parent.parent
sys.path.insert(0, str(REPOSITORY / "Benchmarks/quality"))
import metrics  # noqa: E402

LABELS = {
  "sexual": "S", "hate": "H", "violence": "V", "harassment": "HR", "self-harm": "SH", "sexual/minors": "S3",
  "hate/threatening": "H2", "violence/graphic": "V2",
}


# How the product cuts a text into windows, in words and the encoder's tokens, and what it takes off a logit for the
# chances that many windows give: windowPenalty * ln(1 + (windows - 1) / 8).
WINDOW_WORDS, STEP_WORDS, MAXIMUM_TOKENS, WINDOW_PENALTY = 90, 60, 160, 0.35


def policy(name):
  """{label: [signals]} of a policy that is made of plain signals alone."""
  text = (REPOSITORY / f"Benchmarks/quality/{name}.policy").read_text(encoding="utf-8")
  return {
    label: re.findall(r'"([^"]+)"', body) for label, body in re.findall(r'LABEL "([^"]+)" \{([^}]*)\}', text)
  }


def windows(text):
  parts = text.split()
  starts = range(0, max(len(parts) - WINDOW_WORDS + STEP_WORDS, 1), STEP_WORDS)
  return [" ".join(parts[start:start + WINDOW_WORDS]) for start in starts]


class Judge:
  def __init__(self, tokenizer, data):
    self.tokenizer = tokenizer
    self.reader = disguise.DisguiseReader(tokenizer.tokenizer)
    self.moderation = [
      json.loads(line) for file in sorted(data.glob("openai-moderation*.jsonl"))
      for line in file.read_text(encoding="utf-8").splitlines()]
    self.hatecheck = [
      row for file in sorted(data.glob("hatecheck*.csv")) for row in csv.DictReader(open(file, encoding="utf-8"))]

  @torch.no_grad()
  def logits(self, model, texts, signals):
    """The greatest over the windows: [texts, signals]."""
    vectors = model.signals(*minilm.pad(self.tokenizer(signals)))
    owners, parts = [], []
    for number, text in enumerate(texts):
      for window in windows(self.reader(text)):
        owners.append(number)
        parts.append(window)
    sequences = self.tokenizer(parts)
    order = sorted(range(len(parts)), key=lambda part: len(sequences[part]))
    scores = torch.full((len(texts), len(signals)), -1e9)
    for start in range(0, len(order), 32):
      batch = order[start:start + 32]
      ids, mask = minilm.pad([sequences[part] for part in batch])
      logits = model.score(model.contents(ids, mask), mask, vectors).float()
      for part, row in zip(batch, logits):
        scores[owners[part]] = torch.maximum(scores[owners[part]], row)
    counts = torch.bincount(torch.tensor(owners))
    return scores - (WINDOW_PENALTY * torch.log1p((counts - 1) / 8))[:, None]

  def judge(self, model, name="openai-moderation"):
    chosen = policy(name)
    signals = [signal for group in chosen.values() for signal in group]
    scores = self.logits(model, [row["prompt"] for row in self.moderation], signals)
    places = {label: [signals.index(s) for s in group] for label, group in chosen.items()}
    result, rates = {}, []
    for label, key in LABELS.items():
      known = [n for n, row in enumerate(self.moderation) if row.get(key) in (0, 1)]
      values = scores[known][:, places[label]].max(1).values.tolist()
      truth = [bool(self.moderation[n][key]) for n in known]
      result[label] = metrics.average_precision(truth, values)
      rates.append(result[label])
    any_harm = [any(row.get(key) == 1 for key in LABELS.values()) for row in self.moderation]
    result["any"] = metrics.average_precision(any_harm, scores.max(1).values.tolist())
    result["mean"] = sum(rates) / len(rates)
    return result

  def judge_hatecheck(self, model):
    signals = next(iter(policy("hatecheck").values()))
    scores = self.logits(model, [row["test_case"] for row in self.hatecheck], signals).max(1).values.tolist()
    return metrics.area_under_roc([row["label_gold"] == "hateful" for row in self.hatecheck], scores)


def brief(result):
  return " ".join(f"{name} {value:.3f}" for name, value in result.items())
