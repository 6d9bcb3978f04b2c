#!/usr/bin/env python3
"""Measures how well Gavel's scores agree with public labelled texts, through `gavel eval` as anybody runs it.

    python3 Benchmarks/quality/quality.py --gavel .build/release/gavel --data FOLDER [--json FILE] [--markdown FILE]

FOLDER is searched for the OpenAI moderation set and for HateCheck (docs/quality.md tells where they come from). Needs
nothing but the standard library.
"""

import argparse
import json
import math
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import datasets
import metrics

HERE = pathlib.Path(__file__).resolve().parent
ANY = "any"

# Which files a policy is measured on, and the reader of them.
BENCHMARKS = (
  ("openai-moderation", datasets.OPENAI_PATTERNS, datasets.read_openai),
  ("openai-moderation-reworded", datasets.OPENAI_PATTERNS, datasets.read_openai),
  ("hatecheck", datasets.HATECHECK_PATTERNS, datasets.read_hatecheck),
)


class QualityError(Exception):
  pass


def child_cpu_seconds():
  usage = resource.getrusage(resource.RUSAGE_CHILDREN)
  return usage.ru_utime + usage.ru_stime


def run_eval(gavel, policy, items):
  """Runs `gavel eval` over the items: the reports by item number, the seconds it took, and its CPU seconds."""
  with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "items.jsonl"
    with open(path, "w", encoding="utf-8") as file:
      for number, text in enumerate(items):
        file.write(json.dumps({"text": text, "metadata": {"number": str(number)}}) + "\n")
    command = [str(gavel), "eval", "--policy", str(policy), "--input", str(path), "--format", "json"]
    started, cpu_before = time.monotonic(), child_cpu_seconds()
    finished = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    seconds, cpu = time.monotonic() - started, child_cpu_seconds() - cpu_before
  reports = read_reports(finished.stdout)
  if not reports:
    raise QualityError(f"{' '.join(command)} gave no report (exit {finished.returncode}): {finished.stderr.strip()}")
  return reports, seconds, cpu


def read_reports(output):
  """The reports of an output, by the number each item carries: lines may come in any order."""
  reports = {}
  for line in output.splitlines():
    report = json.loads(line).get("result", {}).get("policyEvaluationReport") if line.strip() else None
    number = (report or {}).get("contentMetadata", {}).get("number")
    if number is not None:
      reports[int(number)] = report
  return reports


def scores_of(report):
  """Every label's score, and the policy's own under ANY; one that could not be scored is left out."""
  parts = [(part["name"], part["reviewResult"]) for part in report["sectionEvaluationReports"]]
  parts.append((ANY, report["reviewResult"]))
  return {name: result["score"] for name, result in parts if result["score"] >= 0}


def labels_of(labels):
  return {**labels, ANY: max(labels.values(), default=0)}


def measure(rows, reports):
  """For each label, its measures over the texts that carry the label and could be scored."""
  columns, failed = {}, 0
  for number, (_, labels) in enumerate(rows):
    scores = scores_of(reports[number]) if number in reports else {}
    for name, label in labels_of(labels).items():
      if name in scores:
        columns.setdefault(name, []).append((label, scores[name]))
      else:
        failed += 1
  results = {}
  for name, pairs in columns.items():
    known, scored = [label for label, _ in pairs], [score for _, score in pairs]
    precision, recall = metrics.precision_and_recall(known, scored)
    results[name] = {
      "texts": len(pairs), "positives": sum(known),
      "auprc": metrics.average_precision(known, scored), "auroc": metrics.area_under_roc(known, scored),
      "recallAt1PercentFalsePositives": metrics.recall_at_false_positive_rate(known, scored),
      "calibrationError": metrics.expected_calibration_error(known, scored),
      "precisionAtHalf": precision, "recallAtHalf": recall,
    }
  return results, failed


def run_benchmark(gavel, name, path, rows):
  policy = HERE / f"{name}.policy"
  texts = [text for text, _ in rows]
  # One text alone tells what starting and preparing the policy costs, so that the rest is the price of a text.
  _, start_seconds, start_cpu = run_eval(gavel, policy, texts[:1])
  reports, seconds, cpu = run_eval(gavel, policy, texts)
  results, failed = measure(rows, reports)
  names = [label for label in results if label != ANY]
  others = max(len(texts) - 1, 1)
  scoring_seconds = seconds - start_seconds if seconds > start_seconds else seconds
  return {
    "benchmark": name, "file": path.name, "texts": len(texts), "unscored": failed, "labels": results,
    "meanAuprc": sum(results[label]["auprc"] for label in names) / len(names) if names else math.nan,
    "startSeconds": start_seconds, "textsPerSecond": others / scoring_seconds,
    "cpuMillisecondsPerText": max(cpu - start_cpu, 0) / others * 1000,
  }


def table(result):
  lines = [
    f"{result['benchmark']} on {result['file']}: {result['texts']} texts, {result['textsPerSecond']:.0f} texts/s, "
    f"{result['cpuMillisecondsPerText']:.1f} CPU ms a text, start {result['startSeconds']:.2f} s"
    + (f", {result['unscored']} scores missing" if result["unscored"] else ""),
    "",
    "| label | texts | positive | AUPRC | AUROC | recall at 1% FP | ECE | precision at 0.5 | recall at 0.5 |",
    "|---|---|---|---|---|---|---|---|---|",
  ]
  for name, row in result["labels"].items():
    if name == ANY and len(result["labels"]) == 2:
      continue
    figures = (
      "auprc", "auroc", "recallAt1PercentFalsePositives", "calibrationError", "precisionAtHalf", "recallAtHalf")
    cells = " | ".join(f"{row[figure]:.3f}" for figure in figures)
    lines.append(f"| {name} | {row['texts']} | {row['positives']} | {cells} |")
  if len(result["labels"]) > 2:
    lines.append(f"| mean of labels | | | {result['meanAuprc']:.3f} | | | | | |")
  return "\n".join(lines)


def without_nan(value):
  """JSON has no number for what could not be measured."""
  if isinstance(value, dict):
    return {key: without_nan(item) for key, item in value.items()}
  if isinstance(value, list):
    return [without_nan(item) for item in value]
  return None if isinstance(value, float) and math.isnan(value) else value


def main():
  parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  parser.add_argument("--gavel", type=pathlib.Path, required=True, help="the gavel binary")
  parser.add_argument("--data", type=pathlib.Path, required=True, help="folder of the labelled sets")
  parser.add_argument("--only", choices=[name for name, _, _ in BENCHMARKS], help="run one benchmark")
  parser.add_argument("--limit", type=int, help="measure only the first texts of each file")
  parser.add_argument("--json", type=pathlib.Path, help="also write every figure here")
  parser.add_argument("--markdown", type=pathlib.Path, help="also write the tables here")
  options = parser.parse_args()

  if not options.gavel.is_file():
    parser.error(f"no gavel binary at {options.gavel}")
  results = []
  try:
    for name, patterns, read in BENCHMARKS:
      if options.only in (None, name):
        for path in datasets.find(options.data, patterns):
          results.append(run_benchmark(options.gavel.resolve(), name, path, read(path)[:options.limit]))
          print(table(results[-1]), end="\n\n", flush=True)
  except QualityError as error:
    sys.exit(f"quality: {error}")
  if not results:
    sys.exit(f"quality: no labelled set under {options.data}")
  if options.json:
    options.json.write_text(json.dumps(without_nan(results), indent=2) + "\n", encoding="utf-8")
  if options.markdown:
    options.markdown.write_text("\n\n".join(map(table, results)) + "\n", encoding="utf-8")


if __name__ == "__main__":
  main()
