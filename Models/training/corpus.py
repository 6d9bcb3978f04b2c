"""All texts and concepts to learn from: the files of this folder, and the public sets of a folder that is given.

A concept is one meaning in several wordings. A text knows which concepts it certainly shows and which it certainly does
not; of all others `Corpus.presumed` says how surely it may be taken not to show them.
"""

import collections
import csv
import dataclasses
import hashlib
import json
import pathlib
import random

import pairs_harm
import pairs_harm_data
import pairs_talk

HERE = pathlib.Path(__file__).parent
csv.field_size_limit(1 << 24)

# Where one meaning shades into the next: a text from here says nothing certain of the others.
HARM_FILES = {"harm-to-others", "violence"}
HARM_FAMILIES = {"self-harm", "adult-themes", "profanity", "moderation", "body-image", "law-and-crime"}
HARM_SETS = {"davidson", "edos", "surge", "ailuminate"}
# Of other sets, texts that may well show a harm that their set does not name: many a rude one is called annoyed.
HARM_LABELS = {"goemotions": {"anger", "annoyance", "disapproval", "disgust"}}
PUBLIC_SETS = {*HARM_SETS, "goemotions", "clinc150", "banking77", "sms"}
# Labels so rare beside what policies ask for that every text of theirs is read.
WHOLE = {"davidson": {"0"}}
# Meanings of the made pairs that are also meant by broad words: what is said of one is said of the other.
ALSO = {
  "hate-speech": "hate-speech", "prejudice-against-a-group": "prejudice", "dehumanising-a-group": "dehumanisation",
  "threat-against-a-group": "hateful-threats", "condemns-hatred": "speaking-against-hate",
  "insult-to-a-person": "insults",
}
# What is read of each public set: the most texts.
QUOTAS = {"davidson": 7000, "edos": 9000, "goemotions": 10000, "clinc150": 5000, "banking77": 3000, "sms": 2500}


@dataclasses.dataclass
class Concept:
  name: str
  wordings: list
  # What it is compared by when it is asked whether two concepts are of one area.
  area: str
  is_harm: bool


@dataclasses.dataclass
class Text:
  text: str
  shown: set
  not_shown: set
  area: str
  is_harm: bool


def is_held_apart(name, share):
  """Whether a concept is kept from training, to be judged by: by its name, so that it is so in every run."""
  return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 1000 < 1000 * share


def read_lines(path):
  return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


class Corpus:
  def __init__(self, data, seed):
    """data: the folder of the public sets."""
    self.chance = random.Random(seed)
    self.concepts, self.texts = {}, []
    self.meanings = {}
    self.add_meanings()
    self.add_broad()
    self.add_pairs(pairs_harm.pairs(seed), "pairs-harm", True)
    self.widen_broad()
    self.add_pairs(pairs_talk.pairs(seed), "pairs-talk", False)
    self.add_relations(pairs_talk.relations(seed))
    self.add_tones(pairs_talk.tones(seed))
    self.add_sets(data)
    self.hold_apart()

  # Our own texts

  def concept(self, name, wordings, area, is_harm):
    if name in self.concepts:
      self.concepts[name].wordings = sorted({*self.concepts[name].wordings, *wordings})
    else:
      self.concepts[name] = Concept(name, sorted(set(wordings)), area, is_harm)
    return name

  def add_meanings(self):
    for file in sorted((HERE / "texts").glob("*.jsonl")):
      for meaning in read_lines(file):
        family = meaning["family"]
        is_harm = file.stem in HARM_FILES or family in HARM_FAMILIES
        area = f"{file.stem}/{family}"
        name = self.concept(meaning["meaning"], meaning["signals"] + meaning["questions"], area, is_harm)
        shown = [Text(text, {name}, set(), area, is_harm) for text in meaning["shown"]]
        near = [Text(text, set(), {name}, area, is_harm) for text in meaning["not"]]
        self.texts += shown + near
        self.meanings[name] = (shown, near)
        if family == "tones":
          tone = meaning["meaning"].removeprefix("tone-")
          self.concepts[name].wordings.append(tone_phrase(tone))

  def add_broad(self):
    for broad in json.loads((HERE / "broad.json").read_text(encoding="utf-8")):
      area = "broad"
      is_harm = any(self.concepts[name].is_harm for name in broad["shownBy"])
      name = self.concept("broad/" + broad["concept"], broad["signals"] + broad["questions"], area, is_harm)
      for meaning in broad["shownBy"]:
        for text in self.meanings[meaning][0]:
          text.shown.add(name)
      for meaning in broad["notShownBy"]:
        for text in self.meanings[meaning][0]:
          text.not_shown.add(name)
      for meaning in broad["nearMissesOf"]:
        for text in self.meanings[meaning][1]:
          text.not_shown.add(name)

  def add_pairs(self, rows, source, is_harm):
    known = {}
    for row in rows:
      area = f"{source}/{row['group']}"
      name = self.concept(area, row["signals"] + row["questions"], area, is_harm)
      text = known.get(row["text"])
      if text is None:
        text = known[row["text"]] = Text(row["text"], set(), set(), source, is_harm)
        self.texts.append(text)
      (text.shown if row["shown"] else text.not_shown).add(name)

  def widen_broad(self):
    """Sets apart what is said of people and groups of them, and has it known under the broad words too."""
    people = {
      f"pairs-harm/{meaning}" for family in pairs_harm.PER_SIDE_OF for meaning in pairs_harm_data.MEANINGS[family]}
    for text in self.texts:
      if text.area == "pairs-harm" and (text.shown | text.not_shown) & people:
        text.area = "pairs-people"
        for meaning, broad in ALSO.items():
          for known in (text.shown, text.not_shown):
            if f"pairs-harm/{meaning}" in known:
              known.add(f"broad/{broad}")

  def add_relations(self, rows):
    for row in rows:
      phrase = relation_phrase(row["subject"], row["operator"], row["object"])
      name = self.concept("relation/" + phrase, [phrase], "relation", False)
      self.texts.append(
        Text(row["text"], {name} if row["shown"] else set(), set() if row["shown"] else {name}, "relation", False))

  def add_tones(self, rows):
    for row in rows:
      name = self.concept("tone/" + row["tone"], [tone_phrase(row["tone"])], "tone", False)
      self.texts.append(
        Text(row["text"], {name} if row["shown"] else set(), set() if row["shown"] else {name}, "tone", False))

  # Public sets

  def label(self, source, label, labels):
    """The concepts of one label: what its texts show, and what they do not."""
    entry, is_harm = labels[label], source in HARM_SETS
    shown, not_shown = set(), set()
    own = f"{source}/{label}"
    if entry.get("signals"):
      wordings = entry["signals"] + entry.get("questions", []) + [tone_phrase(t) for t in entry.get("tones", [])]
      shown.add(self.concept(own, wordings, source, is_harm))
    if entry.get("also"):
      shown.add(self.concept(own + "/also", entry["also"], source, is_harm))
    for kind in ("not", "never"):
      if entry.get(kind):
        not_shown.add(self.concept(f"{own}/{kind}", entry[kind], source, is_harm))
    return shown, not_shown

  def add_set(self, source, rows, labels):
    """rows: (text, [labels])."""
    rows = list(rows)
    self.chance.shuffle(rows)
    rows.sort(key=lambda row: not WHOLE.get(source, set()).intersection(row[1]))
    kinds = {label: self.label(source, label, labels) for label in labels}
    for text, names in rows[:QUOTAS.get(source, len(rows))]:
      shown = set().union(*(kinds[name][0] for name in names if name in kinds))
      not_shown = set().union(*(kinds[name][1] for name in names if name in kinds)) - shown
      if shown or not_shown:
        is_harm = source in HARM_SETS or not HARM_LABELS.get(source, set()).isdisjoint(names)
        self.texts.append(Text(text, shown, not_shown, source, is_harm))

  def add_sets(self, data):
    labels = json.loads((HERE / "labels.json").read_text(encoding="utf-8"))
    # One column's labels say more than another's: a text has one of each.
    sexism = {label: entry for column in labels["edos"].values() for label, entry in column.items()}

    def rows(name):
      with open(data / name, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

    self.add_set("davidson", ((r["tweet"], [r["class"]]) for r in rows("davidson.csv")), labels["davidson"])
    self.add_set("surge", ((r["text"], [r["is_toxic"]]) for r in rows("surge-toxicity-en.csv")), labels["surge-toxicity"])
    self.add_set("ailuminate", ((r["prompt_text"], [r["hazard"]]) for r in rows("ailuminate-demo-en.csv")), labels["ailuminate"])
    self.add_set("banking77", ((r["text"], [r["category"]]) for r in rows("banking77.csv")), labels["banking77"])
    self.add_set(
      "edos",
      ((r["text"], [r["label_sexist"], r["label_category"], r["label_vector"]]) for r in rows("edos.csv")), sexism)
    clinc = json.loads((data / "clinc150.json").read_text(encoding="utf-8"))
    self.add_set("clinc150", ((text, [label]) for text, label in clinc["train"]), labels["clinc150"])
    sms = [line.split("\t", 1) for line in (data / "sms-spam.tsv").read_text(encoding="utf-8").splitlines()]
    self.add_set("sms", ((text, [label]) for label, text in sms), labels["sms-spam"])
    names = (data / "goemotions-labels.txt").read_text(encoding="utf-8").split()
    comments = [line.split("\t") for line in (data / "goemotions-train.tsv").read_text(encoding="utf-8").splitlines()]
    self.add_set(
      "goemotions", ((text, [names[int(n)] for n in numbers.split(",")]) for text, numbers, _ in comments),
      labels["goemotions"])

  # Held apart

  def hold_apart(self):
    """Takes whole concepts out, with every text that knows of them: `apart` is what the model is calibrated on."""
    names = {
      name for name, concept in self.concepts.items()
      if is_held_apart(name, 0.06) and concept.area not in ("broad", "goemotions", "tone", *HARM_SETS, "sms")
    }
    self.apart = [text for text in self.texts if (text.shown | text.not_shown) & names]
    self.apart_concepts = {name: self.concepts.pop(name) for name in names}
    self.texts = [text for text in self.texts if not (text.shown | text.not_shown) & names]

  def presumed(self, text, concept):
    """0...1: how surely a text that does not say so does not show a concept, but for their likeness."""
    if text.area == concept.area:
      # The labels of one set exclude each other; what is near in our own files need not.
      return 0.5 if text.area in ("clinc150", "banking77", "goemotions") else 0.0
    if not text.is_harm:
      return 1.0
    return 0.15 if concept.is_harm else 0.7


def tone_phrase(tone):
  return f"the tone is {tone}"


def relation_phrase(subject, operator, other):
  return f"{subject} {operator.lower()} {other}"


def summary(corpus):
  areas = collections.Counter(text.area.split("/")[0] for text in corpus.texts)
  return f"{len(corpus.concepts)} concepts, {len(corpus.texts)} texts {dict(areas)}; apart {len(corpus.apart_concepts)} concepts, {len(corpus.apart)} texts"
