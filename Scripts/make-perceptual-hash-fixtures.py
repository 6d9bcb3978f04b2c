#!/usr/bin/env python3
"""Writes Tests/ContentIntakeTests/KnownImages/Fixtures: pictures, and the PDQ hashes that the reference gives them.

    python3 -m venv env && env/bin/pip install pdqhash==0.2.8 numpy==2.4.6 pillow==13.0.0 scikit-image==0.26.0
    env/bin/python Scripts/make-perceptual-hash-fixtures.py

hashes.txt has a line for each picture: its name, the reference's quality, and its hash. A name is that of a
file beside it, or what a picture made by whole numbers is made of: its kind, width, height and seed. Those pictures
are made again by the tests (MadePicture.swift), the same to the last bit.

The photographs come with scikit-image and are in the public domain or under CC0; see the README beside them.
"""

import importlib.util
import io
import pathlib

import numpy
import pdqhash
from PIL import Image

FIXTURES = pathlib.Path(__file__).parent.parent / "Tests/ContentIntakeTests/KnownImages/Fixtures"

PHOTOGRAPHS = [
  "astronaut.png", "camera.png", "chelsea.png", "coffee.png", "rocket.jpg", "gravel.png", "hubble_deep_field.jpg",
]

# Of each photograph also a recompressed copy, as gray values: nothing else counts for the hash.
JPEG_QUALITY = 30

MADE = [
  ("noise", 64, 64, 1), ("noise", 5, 5, 2), ("noise", 6, 90, 3), ("noise", 200, 31, 4),
  ("slope", 64, 64, 5), ("slope", 160, 120, 6), ("slope", 333, 77, 7), ("slope", 128, 128, 8),
  ("clouds", 63, 65, 9), ("clouds", 127, 129, 10), ("clouds", 320, 240, 11), ("clouds", 257, 385, 12),
  ("clouds", 1500, 40, 13), ("clouds", 40, 1500, 14), ("clouds", 640, 480, 15),
  ("boxes", 100, 100, 16), ("boxes", 256, 256, 17), ("boxes", 301, 199, 18), ("boxes", 512, 384, 19),
  ("fractal", 120, 120, 20), ("fractal", 400, 300, 21), ("fractal", 255, 383, 22), ("fractal", 800, 600, 23),
  ("rings", 150, 150, 24), ("rings", 384, 256, 25),
  ("haze", 200, 150, 26), ("haze", 96, 96, 27), ("haze", 64, 300, 28),
]

MASK = (1 << 64) - 1


def mixed(value):
  """SplitMix64's output for a state (Steele, Lea and Flood 2014)."""
  value = (value + 0x9E3779B97F4A7C15) & MASK
  value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
  value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
  return value ^ (value >> 31)


def byte(seed, x, y, salt):
  """A random byte of a place: the same at each run."""
  return mixed((seed << 48) ^ (salt << 40) ^ (y << 20) ^ x) >> 56


def lattice(seed, x, y, spacing, salt):
  """Random bytes at the corners of squares, and between them what lies between them."""
  column, row, right, down = x // spacing, y // spacing, x % spacing, y % spacing
  corners = [byte(seed, column + i, row + j, salt) for j in (0, 1) for i in (0, 1)]
  top = corners[0] * (spacing - right) + corners[1] * right
  bottom = corners[2] * (spacing - right) + corners[3] * right
  return (top * (spacing - down) + bottom * down) // (spacing * spacing)


def escape(width, height, seed, x, y):
  """Steps until a point leaves the Mandelbrot set, 63 at most; in fixed point with 20 bits after the point."""
  one = 1 << 20
  real = -2 * one + (seed % 5) * one // 8 + 5 * one * x // (2 * width)
  imaginary = -one - one // 8 + 2 * one * y // height
  a = b = 0
  for step in range(63):
    if a * a + b * b > 4 * one * one:
      return step
    # Floor division by a shift, as in Swift.
    a, b = ((a * a - b * b) >> 20) + real, ((2 * a * b) >> 20) + imaginary
  return 63


def made(kind, width, height, seed):
  pixels = numpy.zeros((height, width, 3), numpy.uint8)
  boxes = []
  for box in range(40):
    sides = [mixed((seed << 32) + 8 * box + part) for part in range(5)]
    boxes.append(
      (sides[0] % width, sides[1] % height, 1 + sides[2] % (width // 3), 1 + sides[3] % (height // 3), sides[4]))
  for y in range(height):
    for x in range(width):
      if kind == "noise":
        color = [byte(seed, x, y, part) for part in range(3)]
      elif kind == "slope":
        noise = byte(seed, x, y, 0) // 8 + lattice(seed, x, y, 1 + max(width, height) // 12, 9) // 2
        color = [x * 95 // width + noise, y * 95 // height + noise, (x + y) * 95 // (width + height) + noise]
      elif kind == "clouds":
        longest = max(width, height)
        color = [
          (4 * lattice(seed, x, y, 1 + longest // 5, part) + 2 * lattice(seed, x, y, 1 + longest // 11, 4 + part)
           + lattice(seed, x, y, 1 + longest // 23, 8 + part)) // 7 for part in range(3)
        ]
      elif kind == "haze":
        spacing = 1 + max(width, height) // 9
        color = [90 + lattice(seed, x, y, spacing, part) // (2 + part) for part in range(3)]
      elif kind == "boxes":
        color = [byte(seed, x, y, 0) // 16] * 3
        for left, top, wide, high, shade in boxes:
          if left <= x < left + wide and top <= y < top + high:
            color = [shade & 255, (shade >> 8) & 255, (shade >> 16) & 255]
      elif kind == "fractal":
        steps = escape(width, height, seed, x, y)
        color = [(steps * 37) & 255, steps * 4, 255 - steps * 3]
      elif kind == "rings":
        across, down = 200 * x // width - 71, 200 * y // height - 43
        color = [((across * across + down * down) >> 4) & 255, (across * down >> 5) & 255, byte(seed, x, y, 0)]
      pixels[y, x] = color
  return pixels


def hexadecimal(bits):
  return numpy.packbits(numpy.asarray(bits, numpy.uint8)).tobytes().hex()


def main():
  FIXTURES.mkdir(parents=True, exist_ok=True)
  lines = []

  def note(name, pixels):
    bits, quality = pdqhash.compute(numpy.ascontiguousarray(pixels))
    lines.append(f"{name} {quality} {hexadecimal(bits)}")

  data = pathlib.Path(importlib.util.find_spec("skimage").origin).parent / "data"
  for file in PHOTOGRAPHS:
    photograph = Image.open(data / file).convert("RGB")
    photograph.thumbnail((160, 160), Image.Resampling.LANCZOS)
    name = pathlib.Path(file).stem
    photograph.save(FIXTURES / f"{name}.ppm")
    note(f"{name}.ppm", numpy.array(photograph))
    compressed = io.BytesIO()
    photograph.save(compressed, "JPEG", quality=JPEG_QUALITY)
    gray = Image.open(compressed).convert("L")
    gray.save(FIXTURES / f"{name}-recompressed.pgm")
    note(f"{name}-recompressed.pgm", numpy.array(gray.convert("RGB")))
  for picture in MADE:
    note("-".join(map(str, picture)), made(*picture))
  (FIXTURES / "hashes.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
  main()
