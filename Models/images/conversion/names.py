#!/usr/bin/env python3
"""Makes names.json: what the classifier's and the detector's things are called, and which concepts they are cases of.

    names.py --wordnet FOLDER --synsets FILE --detector FILE --output FILE

WordNet (data.noun of version 3.0) gives each of the classifier's things its words and, for concepts.txt, what is below
a noun. Which concepts there are, how they are put, and the wordings that replace misleading ones are this project's.
"""

import argparse
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
DETECTOR_NAMES = {
  "motorbike": ["motorcycle", "motorbike"], "aeroplane": ["airplane", "aeroplane"], "tie": ["necktie"],
  "pottedplant": ["potted plant", "house plant"], "diningtable": ["dining table"],
  "tvmonitor": ["television", "computer monitor"], "mouse": ["computer mouse"], "remote": ["remote control"],
  "keyboard": ["computer keyboard"], "sofa": ["sofa", "couch"], "bowl": ["bowl"],
  "microwave": ["microwave oven"], "hair drier": ["hair dryer"], "donut": ["doughnut", "donut"],
  "orange": ["orange", "orange fruit"], "cell phone": ["mobile phone", "cell phone"], "person": ["person", "people"]}


class WordNet:

  def __init__(self, folder):
    self.words, self.above = {}, {}
    for line in (folder / "data.noun").read_text().splitlines():
      if line.startswith(" "):
        continue
      fields = line.split("|")[0].split()
      count = int(fields[3], 16)
      pointers = fields[5 + 2 * count:]
      self.words[fields[0]] = [word.replace("_", " ") for word in fields[4:4 + 2 * count:2]]
      self.above[fields[0]] = [
        target for kind, target in zip(pointers[0::4], pointers[1::4]) if kind in ("@", "@i")]

  def chain(self, synset):
    """-> it and all that is above it."""
    seen, waiting = set(), [synset]
    while waiting:
      at = waiting.pop()
      if at not in seen:
        seen.add(at)
        waiting.extend(self.above[at])
    return seen


def lines(name):
  for line in (HERE / name).read_text().splitlines():
    line = line.split("#")[0].strip()
    if line:
      yield [part.strip() for part in line.split(";")]


def plain(words):
  """WordNet's words without Latin names, and without second words that stand alone: those are too often something
  else ("drop" for a cliff)."""
  kept = [word for place, word in enumerate(words)
          if not re.fullmatch(r"[A-Z][a-z]+ [a-z]+", word) or place == 0]
  kept = [word for place, word in enumerate(kept) if place == 0 or " " in word]
  return kept[:3]


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  for name in ("wordnet", "synsets", "detector", "output"):
    parser.add_argument("--" + name, type=pathlib.Path, required=True)
  arguments = parser.parse_args()
  wordnet = WordNet(arguments.wordnet)
  synsets = [line[1:] for line in arguments.synsets.read_text().split()]
  chains = [wordnet.chain(synset) for synset in synsets]
  detected = arguments.detector.read_text().splitlines()[:80]
  if (len(synsets), len(detected)) != (1000, 80):
    raise SystemExit("names: not the classes expected")

  replaced = {int(number): [word.strip() for word in words.split(",")] for number, words in lines("wordings.txt")}
  things = {"classifier": [replaced.get(number, plain(wordnet.words[synset])) for number, synset in enumerate(synsets)],
            "detector": [DETECTOR_NAMES.get(name, [name]) for name in detected]}

  concepts = {}
  for name, wordings, cases in lines("concepts.txt"):
    members = {}
    for case in cases.split():
      case, _, weight = case.partition("*")
      weight = float(weight or 1)
      if case.startswith("-"):
        del members["classifier", int(case[1:])]
        continue
      if case.startswith("="):
        found = {key: value * weight for key, value in concepts[case[1:].replace("_", " ")][1].items()}
      elif case.startswith("c:"):
        found = {("detector", detected.index(case[2:].replace("_", " "))): weight}
      elif len(case) == 8:
        found = {("classifier", number): weight for number, chain in enumerate(chains) if case in chain}
        if not found:
          raise SystemExit(f"names: nothing is below {case} ({name})")
      else:
        found = {("classifier", int(case)): weight}
      for key, value in found.items():
        members[key] = max(members.get(key, 0), round(value, 3))
    if name in concepts or not members:
      raise SystemExit(f"names: {name} is there twice, or has no case")
    concepts[name] = ([word.strip() for word in wordings.split(",")], members)

  parents = {}
  for kind, names in things.items():
    for number in range(len(names)):
      whole = [(len(members), name) for name, (_, members) in concepts.items() if members.get((kind, number), 0) == 1]
      parents[kind, number] = [name for _, name in sorted(whole)]

  # A thing is a concept of its own, joined with the concept that is called the same.
  called = {word.lower(): name for name, (words, _) in reversed(concepts.items()) for word in [name, *words]}
  own = {}
  for kind, names in things.items():
    for number, words in enumerate(names):
      same = called.get(words[0].lower())
      if same is not None:
        if (kind, number) not in concepts[same][1]:
          print(f"names: {kind} {number} {words[0]} is not among the cases of {same}")
        continue
      entry = own.setdefault(words[0].lower(), ([], {}))
      entry[0].extend(word for word in words if word not in entry[0])
      entry[1][kind, number] = 1.0

  written = [
    {"name": name, "wordings": words,
     **{kind: [[number, weight] for (of, number), weight in sorted(members.items()) if of == kind] for kind in things}}
    for name, (words, members) in [*concepts.items(), *own.items()]]
  document = {
    "version": 1,
    **{kind: [{"names": words, "parents": [parent for parent in parents[kind, number] if parent not in words]}
              for number, words in enumerate(names)] for kind, names in things.items()},
    "concepts": written}
  text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
  arguments.output.write_text(text.replace('},{', '},\n{').replace('"classifier":[{', '\n"classifier":[\n{').replace(
    '"detector":[{', '\n"detector":[\n{').replace('"concepts":[', '\n"concepts":[\n') + "\n")
  print(f"names: {len(concepts)} concepts, {len(own)} single things, "
        f"{sum(len(entry['wordings']) for entry in written)} wordings, {arguments.output.stat().st_size // 1000} kB")


if __name__ == "__main__":
  main()
