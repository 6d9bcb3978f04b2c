#!/usr/bin/env python3
"""Measures what ../README.md tells: the signals and the writing of the benchmark's pictures, and what each model costs.

    measure.py --nudity FILE.onnx --lines FILE.onnx --letters FILE.onnx

Times are processor milliseconds of one thread, the median of 20 runs; memory is what the process grew by.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import time

import numpy
import openvino
from PIL import Image

import things
from pictures import Networks, opened
from text import Encoder
from writing import Reader

PICTURES = things.HERE.parents[2] / "Benchmarks/quality/images"
SETTINGS = {"INFERENCE_NUM_THREADS": 1, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "f32"}


def words(text):
  return re.findall(r"[a-z0-9]+", text.lower())


def resident():
  return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def cost(path, shape):
  """In a process of its own. -> prints start, memory and time."""
  core = openvino.Core()
  core.get_versions("CPU")
  before, started = resident(), time.process_time()
  model = core.read_model(path)
  kind = numpy.uint8 if model.inputs[0].element_type == openvino.Type.u8 else numpy.float32
  compiled = core.compile_model(model, "CPU", SETTINGS)
  value = (numpy.random.default_rng(1).random(shape) * (255 if kind == numpy.uint8 else 1)).astype(kind)
  compiled(value)
  ready = time.process_time() - started
  times = []
  for _ in range(20):
    started = time.process_time()
    compiled(value)
    times.append(time.process_time() - started)
  print(f"{pathlib.Path(path).name} {'x'.join(map(str, shape))}: {numpy.median(times) * 1000:.0f} ms, least "
        f"{min(times) * 1000:.0f}, start and first run {ready * 1000:.0f} ms, {resident() - before:.0f} MB")


def nudity_pixels(image):
  """[1, 224, 224, 3]: the middle of 256 by 256; blue, green, red, less their means."""
  pixels = numpy.asarray(image.resize((256, 256), Image.Resampling.BILINEAR), numpy.float32)
  return (pixels[16:240, 16:240, ::-1] - numpy.array([104, 117, 123], numpy.float32))[None]


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  for name in ("nudity", "lines", "letters"):
    parser.add_argument("--" + name, type=pathlib.Path, required=True)
  parser.add_argument("--cost", nargs="+")
  arguments = parser.parse_args()
  if arguments.cost:
    return cost(arguments.cost[0], [int(each) for each in arguments.cost[1:]])

  for path, *shape in (
    (things.IMAGES / "classifier.onnx", 1, 260, 260, 3), (things.IMAGES / "detector.onnx", 1, 416, 416, 3),
    (arguments.nudity, 1, 224, 224, 3), (arguments.lines, 1, 3, 736, 736), (arguments.lines, 1, 3, 448, 736),
    (arguments.letters, 1, 3, 48, 320), (arguments.letters, 1, 3, 48, 640)):
    subprocess.run([sys.executable, __file__, *sys.argv[1:], "--cost", str(path), *map(str, shape)], check=True)

  manifest = json.loads((PICTURES / "manifest.json").read_text())
  judge, networks = things.Things(Encoder()), Networks()
  reader = Reader(arguments.lines, arguments.letters)
  naked = openvino.Core().compile_model(str(arguments.nudity), "CPU", SETTINGS)
  resolved = {signal: judge.resolve(signal) for signal in manifest["signals"]}
  scores, read, found, invented, wrong, nudity = [], 0, 0, 0, 0, []
  for picture in manifest["pictures"]:
    image = opened(PICTURES / picture["file"])
    evidence = networks(image)
    for signal, concepts in resolved.items():
      if picture["signals"][signal] is not None:
        scores.append((judge.score(concepts, *evidence), picture["signals"][signal], signal, picture))
    nudity.append((float(naked(nudity_pixels(image))[0][0, 1]), picture["file"]))
    said, there = words(" ".join(reader(image))), words(picture["text"])
    if picture["kind"] == "text":
      read += len(there)
      found += sum(min(there.count(word), said.count(word)) for word in set(there))
      invented += len(said)
    else:
      wrong += len(said)
  print(f"writing: {found} of {read} words read, {invented - found} others; {wrong} words on pictures without a known text")
  print("nudity of harmless pictures, greatest:", sorted(nudity, reverse=True)[:3])
  for kind in ("photograph", "drawing", "text", "made"):
    of = [each for each in scores if each[3]["kind"] == kind]
    hit, there = sum(s >= 0.5 and shown for s, shown, *_ in of), sum(shown for _, shown, *_ in of)
    said = sum(s >= 0.5 for s, *_ in of)
    print(f"{kind}: {len(of)} pairs, {there} shown: precision {hit}/{said}, recall {hit}/{there}")
  for signal in manifest["signals"]:
    of = [each for each in scores if each[2] == signal]
    missed = [each[3]["file"] for each in of if each[1] and each[0] < 0.5]
    false = [each[3]["file"] for each in of if not each[1] and each[0] >= 0.5]
    print(f"  {signal}: {sum(each[1] for each in of)} shown; missed {missed}; false {false}")


if __name__ == "__main__":
  main()
