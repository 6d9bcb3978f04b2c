#!/usr/bin/env python3
"""Trains the scorer.

    train.py --data FOLDER --encoder FOLDER --output FILE [--steps N] [--people N] [--dev FOLDER]

`--data` holds the public sets, `--encoder` the published encoder: model.onnx and tokenizer.json. With `--dev`, the
development sets are judged on the way. The result is a checkpoint, which `export.py` makes into the product's files.
"""

import argparse
import dataclasses
import functools
import math
import pathlib
import random
import time

import numpy
import torch
from torch.nn import functional

import corpus as corpora
import dev
import minilm
import scorer

TEXTS, SIGNALS = 56, 112
# So many of the texts are our own: they say more than the labels of public sets do.
OWN_TEXTS = 39
# So many texts are padded together.
PART = 16
TEXT_TOKENS = 128
# How much one presumed "not shown" counts beside a known answer.
PRESUMED = 0.25
# How much it counts that the encoder's means turn away from the published ones: those know many meanings that no text
# here is about.
FAITH = 0.03
# Cosines between which a text is too like a concept to presume anything of the two.
LIKE = (0.22, 0.38)
JOINED = 0.15
# With so many concepts taken at random a text is judged on those held apart: most signals of a policy are not shown.
STRANGERS = 10


@dataclasses.dataclass
class Batch:
  texts: list
  signals: list
  # Both [texts, signals].
  answers: torch.Tensor
  weights: torch.Tensor
  # The published encoder's means: of the texts that are not joined, by row; of the signals.
  text_means: dict
  signal_means: torch.Tensor


class Batches:
  def __init__(self, corpus, tokenizer, published, people, seed):
    """people: of a batch's own texts so many are about what is said of people, where single words tell least."""
    self.corpus, self.tokenizer, self.published = corpus, tokenizer, published
    self.people_count = people
    self.chance = random.Random(seed)
    self.names = list(corpus.concepts)
    self.place = {name: place for place, name in enumerate(self.names)}
    self.number = {id(text): number for number, text in enumerate(corpus.texts)}
    public = [text for text in corpus.texts if text.area in corpora.PUBLIC_SETS]
    people = [text for text in corpus.texts if text.area == "pairs-people"]
    own = [text for text in corpus.texts if text.area not in {*corpora.PUBLIC_SETS, "pairs-people"}]
    self.people, self.own, self.public = self.shuffled(people), self.shuffled(own), self.shuffled(public)

  def shuffled(self, texts):
    """The texts over and over, each time in another order."""
    while True:
      yield from self.chance.sample(texts, len(texts))

  def texts(self):
    kinds = (
      (self.people, self.people_count), (self.own, OWN_TEXTS - self.people_count), (self.public, TEXTS - OWN_TEXTS))
    return [next(kind) for kind, count in kinds for _ in range(count)]

  def batch(self):
    """Token ids of texts and signals, what is asked and how much it counts, and where their means should be."""
    texts = self.texts()
    wanted = {}
    for text in texts:
      for known, most in ((text.shown, 2), (text.not_shown, 2)):
        known = sorted(known)
        for name in self.chance.sample(known, min(len(known), most)):
          wanted[name] = None
    wanted = list(wanted)
    self.chance.shuffle(wanted)
    wanted = wanted[:SIGNALS]
    while len(wanted) < SIGNALS // 2:
      wanted.append(self.chance.choice(self.names))
    concepts = [self.corpus.concepts[name] for name in wanted]
    signals = [self.chance.choice(concept.wordings) for concept in concepts]
    places = [self.place[name] for name in wanted]
    answers = numpy.zeros((TEXTS, len(wanted)), numpy.float32)
    weights = numpy.zeros((TEXTS, len(wanted)), numpy.float32)
    strings, means = [], {}
    for row, text in enumerate(texts):
      pair = [text]
      if self.chance.random() < JOINED and len(text.text) < 300:
        pair.append(self.chance.choice(self.corpus.texts))
        if len(pair[1].text) > 300:
          pair.pop()
      order = pair[::-1] if self.chance.random() < 0.5 else pair
      strings.append(" ".join(part.text for part in order))
      if len(pair) == 1:
        means[row] = self.published.texts[self.number[id(text)]]
      answers[row], weights[row] = self.answer(pair[0], wanted, concepts, places)
      if len(pair) == 2:
        more, surely = self.answer(pair[1], wanted, concepts, places)
        weights[row] = numpy.where((answers[row] == 1) | (more == 1), 1, numpy.minimum(weights[row], surely))
        answers[row] = numpy.maximum(answers[row], more)
    return Batch(
      self.tokenizer(strings), self.tokenizer(signals), torch.tensor(answers), torch.tensor(weights),
      means, torch.stack([self.published.wordings[signal] for signal in signals]))

  def answer(self, text, wanted, concepts, places):
    answers = numpy.zeros(len(wanted), numpy.float32)
    likeness = self.published.likeness[self.number[id(text)], places].astype(numpy.float32)
    weights = PRESUMED * numpy.clip((LIKE[1] - likeness) / (LIKE[1] - LIKE[0]), 0, 1)
    for column, (name, concept) in enumerate(zip(wanted, concepts)):
      if name in text.shown:
        answers[column] = weights[column] = 1
      elif name in text.not_shown:
        weights[column] = 1
      else:
        weights[column] *= self.corpus.presumed(text, concept)
    return answers, weights


@torch.no_grad()
def embeddings(encoder, tokenizer, texts):
  """What the published encoder makes of texts: [N, D], of length 1."""
  sequences = tokenizer(texts)
  order = sorted(range(len(texts)), key=lambda n: len(sequences[n]))
  vectors = torch.zeros(len(texts), minilm.WIDTH)
  for start in range(0, len(order), 128):
    part = order[start:start + 128]
    ids, mask = minilm.pad([sequences[n] for n in part])
    with torch.autocast("cpu", torch.bfloat16):
      vectors[part] = functional.normalize(scorer.mean(encoder(ids, mask), mask).float(), dim=-1)
  return vectors


class Published:
  """What the published encoder says of the corpus.

  texts: [texts, D]; wordings: {wording: [D]}; likeness: the cosine of each text with the nearest wording of each
  concept, [texts, concepts], in halves.
  """

  def __init__(self, encoder, tokenizer, corpus):
    self.texts = embeddings(encoder, tokenizer, [text.text for text in corpus.texts])
    concepts = list(corpus.concepts.values())
    wordings = sorted({wording for concept in concepts for wording in concept.wordings})
    vectors = embeddings(encoder, tokenizer, wordings)
    self.wordings = dict(zip(wordings, vectors))
    rows = {wording: row for row, wording in enumerate(wordings)}
    columns = torch.tensor([column for column, concept in enumerate(concepts) for _ in concept.wordings])
    places = torch.tensor([rows[wording] for concept in concepts for wording in concept.wordings])
    self.likeness = numpy.zeros((len(self.texts), len(concepts)), numpy.float16)
    for start in range(0, len(self.texts), 1024):
      part = self.texts[start:start + 1024] @ vectors.T
      best = torch.full((len(part), len(concepts)), -1.0)
      best.scatter_reduce_(1, columns.expand(len(part), -1), part[:, places], "amax")
      self.likeness[start:start + 1024] = best.numpy()


@torch.no_grad()
def apart_pairs(model, tokenizer, corpus, seed=5):
  """Logits and answers on the concepts held apart: what is known of them, and for each text some taken at random.

  -> (logit, answer, whether it is known and not only presumed, the concept's name)
  """
  chance = random.Random(seed)
  names = sorted(corpus.apart_concepts)
  wordings = {name: chance.choice(corpus.apart_concepts[name].wordings) for name in names}
  vectors = model.signals(*minilm.pad(tokenizer([wordings[name] for name in names])))
  rows = []
  for text in corpus.apart:
    for name in names:
      if name in text.shown or name in text.not_shown:
        rows.append((text.text, names.index(name), name in text.shown, True))
    for name in chance.sample(names, STRANGERS):
      if name not in text.shown | text.not_shown and corpus.apart_concepts[name].area != text.area:
        rows.append((text.text, names.index(name), False, False))
  texts = sorted({row[0] for row in rows}, key=len)
  logits = {}
  sequences = dict(zip(texts, tokenizer(texts)))
  for start in range(0, len(texts), 64):
    part = texts[start:start + 64]
    ids, mask = minilm.pad([sequences[text] for text in part])
    logits.update(zip(part, model.score(model.contents(ids, mask), mask, vectors).float()))
  return [(float(logits[text][column]), answer, known, names[column]) for text, column, answer, known in rows]


def rate(step, steps):
  """What the rates are multiplied with: up over 100 steps, then down to nothing along a cosine."""
  return min(step / 100, 1) * 0.5 * (1 + math.cos(math.pi * step / steps))


def batch_loss(model, batch):
  """The weighted cross entropy, and how far the means have turned away.

  Texts of about one length go together, so that little is spent on padding.
  """
  order = sorted(range(len(batch.texts)), key=lambda row: len(batch.texts[row]))
  with torch.autocast("cpu", torch.bfloat16):
    signals = model.signals(*minilm.pad(batch.signals))
  turned = 1 - functional.cosine_similarity(signals.float(), batch.signal_means).mean()
  asked, strayed = 0.0, []
  for start in range(0, len(order), PART):
    rows = order[start:start + PART]
    ids, mask = minilm.pad([batch.texts[row] for row in rows])
    with torch.autocast("cpu", torch.bfloat16):
      tokens = model.contents(ids, mask)
      logits = model.score(tokens, mask, signals).float()
    losses = functional.binary_cross_entropy_with_logits(logits, batch.answers[rows], reduction="none")
    asked = asked + (losses * batch.weights[rows]).sum()
    means = scorer.mean(tokens.float(), mask)
    for place, row in enumerate(rows):
      if row in batch.text_means:
        strayed.append(1 - functional.cosine_similarity(means[place], batch.text_means[row], dim=0))
  return asked / batch.weights.sum(), turned + torch.stack(strayed).mean()


def report(model, tokenizer, corpus, judge):
  model.eval()
  with torch.autocast("cpu", torch.bfloat16):
    pairs = apart_pairs(model, tokenizer, corpus)
    for name, part in (("apart", pairs), ("apart, known", [pair for pair in pairs if pair[2]])):
      auroc = dev.metrics.area_under_roc([pair[1] for pair in part], [pair[0] for pair in part])
      print(f"  {name}: AUROC {auroc:.3f} of {len(part)}", flush=True)
    if judge:
      print("  moderation:", dev.brief(judge.judge(model)), flush=True)
      print(f"  hatecheck: {judge.judge_hatecheck(model):.3f}", flush=True)
  model.train()


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--data", type=pathlib.Path, required=True)
  arguments.add_argument("--encoder", type=pathlib.Path, required=True)
  arguments.add_argument("--output", type=pathlib.Path, required=True)
  arguments.add_argument("--dev", type=pathlib.Path)
  arguments.add_argument("--steps", type=int, default=800)
  arguments.add_argument("--people", type=int, default=13)
  arguments.add_argument("--encoder-rate", type=float, default=4e-5)
  arguments.add_argument("--rate", type=float, default=2e-4)
  arguments.add_argument("--layers", type=int, default=2)
  arguments.add_argument("--judge-every", type=int, default=500)
  arguments.add_argument("--seed", type=int, default=1)
  options = arguments.parse_args()

  torch.manual_seed(options.seed)
  folder = options.encoder
  text_tokenizer = minilm.Tokenizer(folder, TEXT_TOKENS)
  corpus = corpora.Corpus(options.data, options.seed)
  print(corpora.summary(corpus), flush=True)
  encoder = minilm.load(folder)
  start = time.time()
  batches = Batches(corpus, text_tokenizer, Published(encoder, text_tokenizer, corpus), options.people, options.seed)
  print(f"read by the published encoder in {time.time() - start:.0f} s", flush=True)
  judge = dev.Judge(minilm.Tokenizer(folder, dev.MAXIMUM_TOKENS), options.dev) if options.dev else None

  model = scorer.Scorer(encoder, options.layers)
  encoder.words.weight.requires_grad = False
  parts = [
    {"params": [p for p in encoder.parameters() if p.requires_grad], "lr": options.encoder_rate},
    {"params": [p for n, p in model.named_parameters() if not n.startswith("encoder.")], "lr": options.rate},
  ]
  optimizer = torch.optim.AdamW(parts, weight_decay=0.01)
  schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, functools.partial(rate, steps=options.steps))
  report(model, text_tokenizer, corpus, judge)
  total = strayed = 0.0
  for step in range(1, options.steps + 1):
    asked, turned = batch_loss(model, batches.batch())
    (asked + FAITH * turned).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    schedule.step()
    optimizer.zero_grad()
    total += asked.item()
    strayed += turned.item()
    if step % 100 == 0:
      print(f"step {step}: loss {total / 100:.4f}, turned {strayed / 100:.4f}, {time.time() - start:.0f} s", flush=True)
      total = strayed = 0.0
    if step % options.judge_every == 0 or step == options.steps:
      report(model, text_tokenizer, corpus, judge)
      torch.save(model.state_dict(), options.output)


if __name__ == "__main__":
  main()
