#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/images: pictures, what the recipe of Models/images says of them through
another runtime, and what the signals of its signals.txt come down to.

    python3 -m venv env && env/bin/pip install numpy onnxruntime==1.32.0 pillow==12.0.0 tokenizers
    env/bin/python Scripts/make-sight-fixtures.py --nudity OPEN_NSFW.onnx

The pictures are drawn here. To be run again whenever the models, the names, the rule or the text encoder change.
"""

import argparse
import json
import math
import pathlib
import sys

import numpy
import onnxruntime
from PIL import Image, ImageDraw, ImageFont

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDER = ROOT / "Tests/EmbeddedModelsTests/Fixtures/images"
sys.path.insert(0, str(ROOT / "Models/images/conversion"))
import rule  # noqa: E402
import things  # noqa: E402
from text import Encoder  # noqa: E402

SIGNALS = ["clocks", "a stop sign", "traffic lights", "dogs", "balls", "fruit", "people"]


def clock(size=(320, 320)):
  picture = Image.new("RGB", size, (238, 232, 220))
  draw = ImageDraw.Draw(picture)
  centre, radius = (size[0] / 2, size[1] / 2), size[0] * 0.42

  def place(part, turn):
    return (centre[0] + radius * part * math.sin(turn), centre[1] - radius * part * math.cos(turn))

  draw.ellipse([centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius],
               fill="white", outline=(40, 40, 40), width=9)
  for minute in range(60):
    turn = 2 * math.pi * minute / 60
    draw.line([place(0.82 if minute % 5 == 0 else 0.9, turn), place(0.95, turn)], fill="black",
              width=5 if minute % 5 == 0 else 2)
  draw.line([centre, place(0.5, 2 * math.pi * 10 / 12)], fill="black", width=9)
  draw.line([centre, place(0.78, 2 * math.pi * 2 / 12)], fill="black", width=6)
  draw.line([place(-0.2, 3.6), place(0.8, 3.6)], fill=(180, 20, 20), width=2)
  return picture


def lights(size=(240, 400)):
  picture = Image.new("RGB", size, (140, 180, 225))
  draw = ImageDraw.Draw(picture)
  draw.rectangle([112, 250, 128, 400], fill=(70, 70, 70))
  draw.rounded_rectangle([70, 30, 170, 270], 16, fill=(25, 25, 25))
  for top, colour in ((45, (235, 30, 25)), (120, (70, 55, 10)), (195, (10, 60, 20))):
    draw.ellipse([87, top, 153, top + 66], fill=colour)
  return picture


def balls(size=(500, 340)):
  """Orange balls with light from the left above, on something green."""
  y, x = numpy.mgrid[0:size[1], 0:size[0]].astype(float)
  pixels = numpy.stack([60 + 0.05 * x, 120 + 30 * numpy.sin(x / 9) * numpy.sin(y / 7), 50 + 0 * x], 2)
  for left, top, radius in ((150, 190, 90), (330, 170, 110), (250, 270, 60)):
    inside = ((x - left) ** 2 + (y - top) ** 2) / radius ** 2
    light = numpy.clip(1.1 - numpy.hypot(x - left + radius / 3, y - top + radius / 3) / radius / 1.6, 0.15, 1)
    colour = light[..., None] * numpy.array([255, 150, 30])
    pixels = numpy.where((inside < 1)[..., None], colour, pixels)
  return Image.fromarray(pixels.clip(0, 255).astype(numpy.uint8))


def clouds(size=(90, 700), seed=3):
  """Smooth noise, higher than wide."""
  coarse = numpy.random.default_rng(seed).integers(0, 256, (24, 5, 3), numpy.uint8)
  return Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)


def writing(lines, size, turn=0, ink="black", ground="white", height=28):
  """In the font that comes with Pillow; turned counter-clockwise."""
  picture = Image.new("RGB", size, ground)
  draw = ImageDraw.Draw(picture)
  font = ImageFont.load_default(height)
  for number, line in enumerate(lines):
    draw.text((24, 20 + number * height * 1.7), line, font=font, fill=ink)
  return picture.rotate(turn, expand=True)


def squeezed(picture, side):
  return numpy.asarray(picture.resize((side, side), Image.Resampling.BILINEAR))[None]


def nudity_tensor(picture):
  return squeezed(picture, 256)[:, 16:240, 16:240, ::-1].astype(numpy.float32) - numpy.float32([104, 117, 123])


def session(path):
  options = onnxruntime.SessionOptions()
  options.intra_op_num_threads = 1
  return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def rounded(value):
  return round(float(value), 5)


def highest(scores, count):
  return [[int(number), rounded(scores[number])] for number in numpy.argsort(-scores)[:count]]


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--nudity", type=pathlib.Path, required=True)
  arguments = parser.parse_args()
  FOLDER.mkdir(parents=True, exist_ok=True)
  judge = things.Things(Encoder())
  classifier, detector, nudity = (
    session(path) for path in (things.IMAGES / "classifier.onnx", things.IMAGES / "detector.onnx", arguments.nudity))

  with open(FOLDER / "sight.jsonl", "w") as file:
    for name, picture in (("clock", clock()), ("lights", lights()), ("balls", balls()), ("clouds", clouds())):
      picture.save(FOLDER / f"{name}.png", optimize=True)
      classes = classifier.run(["probabilities"], {"pixels": squeezed(picture, 260)})[0][0]
      objects = detector.run(["scores"], {"pixels": squeezed(picture, 416)})[0][0].max(axis=0)
      naked = nudity.run(None, {nudity.get_inputs()[0].name: nudity_tensor(picture)})[0][0, 1]
      file.write(json.dumps({
        "picture": name, "classes": highest(classes, 10), "objects": highest(objects, 5), "nudity": rounded(naked),
        "signals": {signal: rounded(judge.score(judge.resolve(signal), classes, objects)) for signal in SIGNALS},
        "nudityScore": rounded(judge.nudity(naked)),
        # A few rows of what is put to the classifier.
        "pixels": squeezed(picture, 260)[0, 100:102].reshape(-1).tolist()}) + "\n")

  for name, picture in (
    ("sign", writing(["Wet paint", "Please use the other door"], (420, 130))),
    ("upright", writing(["Deliveries at the back"], (380, 70), turn=90, ink="white", ground="#123a5c")),
    ("page", writing([f"Line number {word} of a long page" for word in ("one", "two", "three", "four", "five")],
                     (1700, 1100), height=44))):
    picture.save(FOLDER / f"{name}.png", optimize=True)

  with open(FOLDER / "resolutions.jsonl", "w") as file:
    for _, _, signal, _ in rule.signals():
      try:
        found = judge.resolve(signal)
        answer = found if found == "nudity" else [judge.concepts[number]["name"] for number in found]
      except things.Unjudgeable:
        answer = None
      file.write(json.dumps({
        "signal": signal, "phrase": judge.phrase(signal), "parts": judge.alternatives(signal), "answer": answer}) + "\n")


if __name__ == "__main__":
  main()
