"""Reads the labelled sets: each becomes a list of (text, {label: 0 or 1}); a label nobody gave is absent."""

import csv
import gzip
import json
import pathlib

OPENAI_CATEGORIES = {
  "S": "sexual", "H": "hate", "V": "violence", "HR": "harassment", "SH": "self-harm", "S3": "sexual/minors",
  "H2": "hate/threatening", "V2": "violence/graphic",
}

# The names these files have in their own repositories, and the names of parts cut from them.
OPENAI_PATTERNS = ("openai-moderation*.jsonl", "samples-1680.jsonl", "samples-1680.jsonl.gz")
HATECHECK_PATTERNS = ("hatecheck*.csv", "test_suite_cases.csv")


def find(folder, patterns):
  return sorted({path for pattern in patterns for path in pathlib.Path(folder).rglob(pattern)})


def read_openai(path):
  opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
  with opened as file:
    rows = [json.loads(line) for line in file if line.strip()]
  return [
    (row["prompt"], {name: int(row[code]) for code, name in OPENAI_CATEGORIES.items() if row.get(code) is not None})
    for row in rows
  ]


def read_hatecheck(path):
  with open(path, newline="", encoding="utf-8") as file:
    return [(row["test_case"], {"hateful": int(row["label_gold"] == "hateful")}) for row in csv.DictReader(file)]
