"""Fills the templates of sentences.py: for each head, (sentence, shown) pairs."""

import random

import sentences as s


def minimal_pairs(seed=3):
  chance = random.Random(seed)

  def capital(text):
    return text[0].upper() + text[1:]

  def groups(templates, count=10):
    return [capital(t.format(group=g)) for t in templates for g in chance.sample(s.GROUPS, count)]

  def things(count):
    return [capital(t.format(thing=x)) for t in s.DISLIKE_OF_THINGS for x in chance.sample(s.THINGS, count)]

  def persons(templates):
    return [
      capital(t.format(
        subject=who, insult=chance.choice(s.INSULTS), praise=chance.choice(s.PRAISES),
        **{"is": "are" if who == "You" else "is"}))
      for t in templates for who in s.SUBJECTS * 2
    ]

  def threats(templates):
    return [capital(t.format(act=chance.choice(s.ACTS), victim=who)) for t in templates for who in s.VICTIMS]

  shown = {
    "hate": groups(s.HATE),
    "insult": persons(s.INSULT) + s.HARASSING * 4,
    "threat": threats(s.THREAT) + s.VEILED_THREAT * 4,
    "violence": threats(s.VIOLENCE) + s.VIOLENT_SCENES * 6,
    "selfHarm": s.SELF_HARM * 2,
    "gore": s.GORE * 2,
  }
  not_shown = {
    "hate": groups(s.NOT_HATE) + things(6),
    "insult": persons(s.NOT_INSULT) + (s.EVERYDAY + s.NOT_HARASSING) * 4 + things(4),
    "threat": threats(s.NOT_THREAT) + s.NOT_VEILED_THREAT * 4 + s.FIGURES_OF_SPEECH * 4 + s.EVERYDAY * 2,
    "violence": threats(s.NOT_VIOLENCE) + s.CALM_SCENES * 6 + s.FIGURES_OF_SPEECH * 4,
    "selfHarm": s.NOT_SELF_HARM * 2,
    "gore": s.NOT_GORE * 2 + s.FIGURES_OF_SPEECH,
  }
  return {name: (shown[name], not_shown[name]) for name in shown}
