#!/usr/bin/env python3
"""Fits how far what the two networks say is to be believed, and writes it into things.json.

    calibrate.py --stamps FOLDER --backgrounds FOLDER

FOLDER of stamps: usr/share/tuxpaint/stamps of Debian's tuxpaint-stamps-default (GPL-2: used here, copied nowhere):
things cut out and sorted by kind. Backgrounds: photographs of textures (scikit-image's data). Three fifths of the
stamps fit the line, the others judge it. Pairs that are shown are weighed as though they were one in fourteen, as in
the calibration of texts.
"""

import argparse
import hashlib
import json
import pathlib

import numpy
from PIL import Image

import things
from pictures import Networks, opened
from text import Encoder

# The share of pairs in which a signal is shown.
SHARE = 1 / 14
# Signal, and of which stamps it is true: beginnings of paths.
SHOWN = {
  "animals": ["animals/"], "birds": ["animals/birds"], "insects": ["animals/insects/"],
  "fish": ["animals/fish/"], "mammals": ["animals/mammals/", "animals/marsupials/"],
  "monkeys": ["animals/mammals/apes/tamarin"], "primates": ["animals/mammals/apes/"],
  "cows": ["animals/mammals/bovines/cow", "animals/mammals/bovines/bull", "animals/mammals/bovines/zebu"],
  "horses": ["animals/mammals/equines/horse"], "bears": ["animals/mammals/bears/"], "penguins": ["animals/birds/penguin",
  "animals/birds/little-penguin", "animals/birds/magellanic"], "elephants": ["animals/mammals/elephant"],
  "food": ["food/", "seasonal/christmas/Mince", "seasonal/christmas/Roast", "seasonal/christmas/Christmas_pudding"],
  "fruit": ["food/fruit/"], "vegetables": ["food/vegetables/"],
  "flowers": ["plants/flowers/", "seasonal/easter/daffodil"], "mushrooms": ["plants/mushrooms/"],
  "vehicles": ["vehicles/", "military/vehicles/"], "cars": ["vehicles/auto/beetle", "vehicles/auto/sed",
  "vehicles/auto/sports", "vehicles/race/", "vehicles/emergency/sedan"], "trucks": ["vehicles/garbagetruck",
  "vehicles/auto/truck", "vehicles/construction/", "vehicles/emergency/firetruck"],
  "aircraft": ["vehicles/flight/", "military/vehicles/f22"], "boats": ["vehicles/ship/"],
  "military vehicles": ["military/vehicles/infantry", "military/vehicles/bradley", "military/vehicles/f22"],
  "weapons": ["military/ammunition/", "military/vehicles/ww2"], "knives": ["none"], "guns": ["military/vehicles/ww2"],
  "snakes": ["none"], "alcohol": ["none"], "cats": ["seasonal/halloween/blackcat"],
  "dogs": ["animals/mammals/dogs/dog"], "musical instruments": ["hobbies/music/"],
  "guitars": ["hobbies/music/string/guitar"], "hats": ["clothes/hats/", "clothes/t_baseballcap", "seasonal/newyears/party-hat",
  "seasonal/christmas/santahat"], "clothing": ["clothes/"], "tools": ["household/tools/"],
  "people": ["people/", "military/paratrooper", "military/final", "military/fireman", "space/spacewalk"],
  "syringes": ["medical/syringe"], "sports equipment": ["sports/"], "candles": ["seasonal/candle", "seasonal/hanukkah/holiday_candle",
  "seasonal/hanukkah/menorah"], "tennis": ["sports/tennis"], "shoes": ["none"], "pizza": ["food/pizza"],
}
# What cannot be said of a stamp by its folder alone.
UNSURE = {"people": ["clothes/"], "clothing": ["people/", "seasonal/christmas/stocking", "seasonal/christmas/Santa"],
          "weapons": ["military/vehicles/"], "insects": ["animals/insects/Brown_slug", "animals/insects/Wood",
          "seasonal/easter/butterfly"], "guns": ["military/"], "fish": ["animals/fish/lobster", "animals/fish/shrimp"],
          "tools": ["household/"], "dogs": ["animals/mammals/dogs/dingo", "animals/mammals/dogs/fox"], "cows": ["animals/mammals/bovines/"], "horses": ["animals/mammals/equines/"], "animals": ["seasonal/"], "birds": ["seasonal/"],
          "mammals": ["seasonal/"], "bears": ["animals/mammals/bears/toys"], "cats": ["animals/mammals/cats/"],
          "food": ["seasonal/", "plants/"], "vegetables": ["plants/", "food/"], "fruit": ["food/"],
          "flowers": ["plants/"], "boats": ["vehicles/"], "military vehicles": ["military/"], "hats": ["people/", "seasonal/"],
          "candles": ["seasonal/"], "vehicles": ["military/", "household/tools/cement"]}


def begins(name, beginnings):
  return any(name.startswith(beginning) for beginning in beginnings)


def fitted(values, shown):
  """Logistic regression of one number, shown pairs weighed to SHARE of all. -> slope, offset"""
  matrix = numpy.stack([values, numpy.ones_like(values)], 1)
  counts = shown.sum(), len(shown) - shown.sum()
  weights = numpy.where(shown == 1, SHARE / (1 - SHARE) * counts[1] / counts[0], 1.0)

  def loss(line):
    x = matrix @ line
    return (weights * (numpy.logaddexp(0, x) - x * shown)).sum()

  line = numpy.array([0.5, 0.0])
  for _ in range(100):
    p = 1 / (1 + numpy.exp(-(matrix @ line)))
    hessian = (matrix * (weights * p * (1 - p))[:, None]).T @ matrix
    step, size = numpy.linalg.solve(hessian + 1e-6 * numpy.eye(2), matrix.T @ (weights * (p - shown))), 1.0
    while size > 1e-6 and loss(line - size * step) > loss(line):
      size /= 2
    line = line - size * step
  return [round(float(each), 4) for each in line]


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--stamps", type=pathlib.Path, required=True)
  parser.add_argument("--backgrounds", type=pathlib.Path, required=True)
  arguments = parser.parse_args()
  judge, networks = things.Things(Encoder()), Networks()
  resolved = {signal: judge.resolve(signal) for signal in SHOWN}
  grounds = [opened(arguments.backgrounds / f"{name}.png").resize((512, 512)) for name in ("brick", "grass", "gravel")]

  rows = []
  for path in sorted(arguments.stamps.rglob("*.png")):
    name = str(path.relative_to(arguments.stamps))
    if "cartoon" in name or name.startswith(("symbols/", "space/", "town/", "naturalforces/")):
      continue
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
    stamp = Image.open(path).convert("RGBA")
    stamp.thumbnail((220 + number % 260,) * 2)
    canvas = (grounds[number // 7 % 3] if number % 2 else Image.new("RGB", (512, 512), ("white", "#7fa8d0", "#404040")[
      number // 7 % 3])).copy()
    canvas.paste(stamp, tuple((512 - side) * (number // 11 % 100) // 99 for side in stamp.size), stamp)
    named, boxed = networks(canvas)
    for signal, concepts in resolved.items():
      shown = begins(name, SHOWN[signal])
      if shown or not begins(name, UNSURE.get(signal, [])):
        rows.append((number % 5 < 2, shown, signal, judge.evidence(concepts, named, boxed)))

  document = json.loads((things.IMAGES / "things.json").read_text())
  of = [row for row in rows if not row[0]]
  slope, offset = fitted(numpy.array([things.logit(row[3]) for row in of]), numpy.array([float(row[1]) for row in of]))
  document["calibration"]["things"] = {"slope": slope, "offset": offset}
  print(f"calibrate: slope {slope}, offset {offset} on {len(of)} pairs, {sum(row[1] for row in of)} shown")
  judge.rule["calibration"] = document["calibration"]
  (things.IMAGES / "things.json").write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n")

  def total(row):
    return judge.calibrated("things", row[3])

  for held, name in ((False, "fitted on"), (True, "held apart")):
    of = [row for row in rows if row[0] == held]
    scores, shown = numpy.array([total(row) for row in of]), numpy.array([row[1] for row in of])
    order = numpy.argsort(-scores)
    hits = numpy.cumsum(shown[order])
    average = float((hits / numpy.arange(1, len(of) + 1))[shown[order]].mean())
    ranks = numpy.empty(len(of))
    ranks[numpy.argsort(scores)] = numpy.arange(1, len(of) + 1)
    count = shown.sum()
    area = (ranks[shown].sum() - count * (count + 1) / 2) / count / (len(of) - count)
    over = scores >= 0.5
    print(f"calibrate: {name}: {len(of)} pairs, {count} shown: AUROC {area:.3f}, average precision {average:.3f}; "
          f"at 0.5 precision {shown[over].mean():.2f}, recall {over[shown].mean():.2f}")
    print("  score -> share shown:", ", ".join(
      f"{low:.1f}: {shown[(scores >= low) & (scores < low + 0.2)].mean():.2f} of {((scores >= low) & (scores < low + 0.2)).sum()}"
      for low in (0.0, 0.2, 0.4, 0.6, 0.8)))
    if held:
      for signal in SHOWN:
        mine = [(total(row), row[1]) for row in of if row[2] == signal]
        print(f"    {signal}: {sum(s >= .5 and y for s, y in mine)} of {sum(y for _, y in mine)} found, "
              f"{sum(s >= .5 and not y for s, y in mine)} false of {sum(not y for _, y in mine)}")


if __name__ == "__main__":
  main()
