#!/usr/bin/env python3
"""Measures what Gavel sees and reads on the labelled pictures of images/, through `gavel eval` as anybody runs it.

    python3 Benchmarks/quality/images.py --gavel .build/release/gavel

Prints, for each signal, how many pictures show it, and precision and recall at 0.5; and how many of the words that are
written on them are found by `=("word")`, and how often a word is found where it is not written. Needs nothing but the
standard library.
"""

import argparse
import base64
import json
import pathlib
import re
import subprocess
import tempfile
import time

FOLDER = pathlib.Path(__file__).resolve().parent / "images"


def run_eval(gavel, policy, pictures):
  """{file: {label: score}} of a policy's text, and the seconds it took; a label that failed is not there."""
  with tempfile.TemporaryDirectory() as folder:
    items, rules = pathlib.Path(folder) / "items.jsonl", pathlib.Path(folder) / "images.policy"
    rules.write_text(policy, encoding="utf-8")
    with open(items, "w", encoding="utf-8") as file:
      for picture in pictures:
        image = base64.b64encode((FOLDER / picture["file"]).read_bytes()).decode()
        file.write(json.dumps({"image": image, "metadata": {"file": picture["file"]}}) + "\n")
    started = time.monotonic()
    command = [gavel, "eval", "--policy", str(rules), "--input", str(items), "--format", "json"]
    output = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    seconds = time.monotonic() - started
  scores = {}
  for line in output.splitlines():
    report = json.loads(line)["result"]["policyEvaluationReport"]
    scores[report["contentMetadata"]["file"]] = {
      section["name"]: section["reviewResult"]["score"] for section in report["sectionEvaluationReports"]
      if section["reviewResult"]["score"] >= 0}
  return scores, seconds


def share(part, whole):
  return f"{part} of {whole}"


def words(picture):
  return set(re.findall(r"[a-z0-9]{2,}", picture["text"].lower()))


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--gavel", required=True)
  options = arguments.parse_args()
  manifest = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
  pictures, signals = manifest["pictures"], manifest["signals"]

  policy = "\n".join(f'LABEL "{signal}" {{ "{signal}" }}' for signal in signals)
  scores, seconds = run_eval(options.gavel, policy, pictures)
  print(f"{len(pictures)} pictures, {len(pictures) / seconds:.1f} pictures/s\n")
  print("| signal | shown | precision at 0.5 | recall at 0.5 | failed |\n|---|---|---|---|---|")
  total = [0, 0, 0]
  for signal in signals:
    known = [(picture["signals"][signal], scores[picture["file"]].get(signal)) for picture in pictures
             if picture["signals"][signal] is not None]
    shown = sum(answer for answer, _ in known)
    held = sum(score is not None and score >= 0.5 for _, score in known)
    right = sum(answer and score is not None and score >= 0.5 for answer, score in known)
    failed = sum(score is None for _, score in known)
    total = [total[0] + right, total[1] + held, total[2] + shown]
    print(f"| {signal} | {shown} of {len(known)} | {share(right, held)} | {share(right, shown)} | {failed} |")
  print(f"| all | | {share(total[0], total[1])} | {share(total[0], total[2])} | |\n")

  written = sorted(set().union(*map(words, pictures)))
  policy = "\n".join(f'LABEL "{word}" {{ =("{word}") }}' for word in written)
  scores, _ = run_eval(options.gavel, policy, pictures)
  found = sum(scores[picture["file"]].get(word, 0) >= 0.5 for picture in pictures for word in words(picture))
  wrong = sum(scores[picture["file"]].get(word, 0) >= 0.5
              for picture in pictures for word in set(written) - words(picture))
  count = sum(len(words(picture)) for picture in pictures)
  print(f"Words found by `=(...)`: {share(found, count)}; found where they are not written: {wrong}.")


if __name__ == "__main__":
  main()
