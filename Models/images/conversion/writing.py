"""Writing on pictures, read by PP-OCRv6's two networks: where lines are, and what each says. See ../README.md."""

import math

import numpy
import onnx
import openvino
from PIL import Image
from scipy import ndimage

# Pixels of the longer side when lines are looked for; of a line across.
LEAST, MOST, SHORTEST_LINE = 736, 1280, 3
INK, BOX, UNCLIP = 0.3, 0.5, 1.6
HEIGHT, WIDEST = 48, 1600
# The least certainty of a line of three letters or more, and of one of two.
SURE, SURE_OF_TWO = 0.6, 0.9


def hull(points):
  """The convex hull by Andrew's monotone chain, counter-clockwise."""
  points = sorted(set(map(tuple, points)))
  if len(points) < 3:
    return points

  def half(ordered):
    chain = []
    for x, y in ordered:
      while len(chain) > 1 and (
        (chain[-1][0] - chain[-2][0]) * (y - chain[-2][1]) - (chain[-1][1] - chain[-2][1]) * (x - chain[-2][0])) <= 0:
        chain.pop()
      chain.append((x, y))
    return chain[:-1]

  return half(points) + half(points[::-1])


def rectangle(points):
  """The rectangle of least area around the points: one of its sides lies on a side of the hull.
  -> centre, unit vector along the longer side, half the longer and half the shorter side"""
  corners = numpy.array(hull(points), float)
  best = None
  for start, end in zip(corners, numpy.roll(corners, -1, axis=0)):
    along = end - start
    length = math.hypot(*along)
    along = along / length if length else numpy.array([1.0, 0.0])
    across = numpy.array([-along[1], along[0]])
    low, high = zip(*((numpy.min(corners @ axis), numpy.max(corners @ axis)) for axis in (along, across)))
    sides = [upper - lower for lower, upper in zip(low, high)]
    if best is None or sides[0] * sides[1] < best[0]:
      centre = sum(axis * (lower + upper) / 2 for axis, lower, upper in zip((along, across), low, high))
      best = (sides[0] * sides[1], centre, along, sides)
  _, centre, along, (wide, high) = best
  if high > wide:
    along, wide, high = numpy.array([-along[1], along[0]]), high, wide
  return centre, along, wide / 2, high / 2


class Reader:

  def __init__(self, detector, recogniser):
    core = openvino.Core()
    settings = {"INFERENCE_NUM_THREADS": 1, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "f32"}
    self.detector = core.compile_model(str(detector), "CPU", settings)
    self.recogniser = core.compile_model(str(recogniser), "CPU", settings)
    characters = next(entry.value for entry in onnx.load(str(recogniser)).metadata_props if entry.key == "character")
    self.characters = ["", *characters.split("\n"), " "]

  @staticmethod
  def planes(image):
    """-> [1, 3, H, W]: blue, green, red, each from -1 to 1."""
    pixels = numpy.asarray(image, numpy.float32)[:, :, ::-1] / 127.5 - 1
    return pixels.transpose(2, 0, 1)[None]

  def lines(self, image):
    """-> rectangles in the picture's pixels, from the top down."""
    scale = min(max(LEAST, max(image.size)), MOST) / max(image.size)
    width, height = (max(32, round(side * scale / 32) * 32) for side in image.size)
    ink = self.detector(self.planes(image.resize((width, height), Image.Resampling.BILINEAR)))[0][0, 0]
    marked, count = ndimage.label(ink > INK, structure=numpy.ones((3, 3)))
    found = []
    for number, (rows, columns) in enumerate(ndimage.find_objects(marked), 1):
      inside = marked[rows, columns] == number
      if inside.sum() < 8 or ink[rows, columns][inside].mean() < BOX:
        continue
      ys, xs = numpy.nonzero(inside)
      # Only the first and the last pixel of each row can be corners.
      order = numpy.lexsort((xs, ys))
      ys, xs = ys[order], xs[order]
      ends = numpy.flatnonzero(numpy.diff(ys, prepend=-1) != 0)
      ends = numpy.union1d(ends, numpy.append(ends[1:] - 1, len(ys) - 1))
      points = numpy.stack([xs[ends] + columns.start, ys[ends] + rows.start], 1)
      points = numpy.concatenate([points, points + 1])
      centre, along, wide, high = rectangle(points)
      if high * 2 < SHORTEST_LINE:
        continue
      out = 4 * wide * high * UNCLIP / (4 * (wide + high))
      factors = numpy.array([image.width / width, image.height / height])
      # The scales of the two axes differ by rounding only.
      found.append((centre * factors, along, (wide + out) * factors.mean(), (high + out) * factors.mean()))
    return sorted(found, key=lambda each: (each[0][1], each[0][0]))

  def cut(self, image, line):
    """-> the line, upright and 48 pixels high; and whether it stood on end."""
    centre, along, wide, high = line
    if along[0] < 0 or (abs(along[0]) < 1e-6 and along[1] < 0):
      along = -along
    standing = abs(along[1]) > abs(along[0]) and wide >= 1.5 * high
    if abs(along[1]) > abs(along[0]) and not standing:
      along, wide, high = numpy.array([abs(along[1]), -along[0] * numpy.sign(along[1])]), high, wide
    width = max(16, min(WIDEST, round(HEIGHT * wide / high)))
    across = numpy.array([-along[1], along[0]])
    # Where the pixel (u, v) of the cut comes from.
    right, down = along * 2 * wide / width, across * 2 * high / HEIGHT
    corner = centre - along * wide - across * high
    shrink = 2 * high / HEIGHT
    if shrink > 1:
      # Bilinear sampling would skip pixels: the picture is made smaller first.
      size = [max(1, round(side / shrink)) for side in image.size]
      factors = numpy.array(size) / image.size
      image = image.resize(size, Image.Resampling.BILINEAR)
      right, down, corner = right * factors, down * factors, corner * factors
    cut = image.transform(
      (width, HEIGHT), Image.Transform.AFFINE, (right[0], down[0], corner[0], right[1], down[1], corner[1]),
      resample=Image.Resampling.BILINEAR)
    return cut, standing

  def read(self, cut):
    """-> text, and the mean probability of its characters."""
    width = (cut.width + 31) // 32 * 32
    planes = numpy.zeros((1, 3, HEIGHT, max(width, 64)), numpy.float32)
    planes[:, :, :, :cut.width] = self.planes(cut)
    steps = self.recogniser(planes)[0][0]
    best, sure = steps.argmax(axis=1), steps.max(axis=1)
    kept = (best != 0) & (numpy.diff(best, prepend=0) != 0)
    return "".join(self.characters[index] for index in best[kept]), float(sure[kept].mean()) if kept.any() else 0.0

  def __call__(self, image):
    """-> the lines that are read with some certainty."""
    texts = []
    for line in self.lines(image):
      cut, standing = self.cut(image, line)
      text, sure = self.read(cut)
      if standing or sure < 0.7:
        turned = self.read(cut.transpose(Image.Transpose.ROTATE_180))
        if turned[1] > sure:
          text, sure = turned
      letters = sum(character.isalnum() for character in text)
      if sure >= SURE and letters >= 3 or sure >= SURE_OF_TWO and letters == 2:
        texts.append(text)
    return texts
