#!/usr/bin/env python3
"""Makes detector.onnx of YOLOv4-tiny's published darknet files.

    detector.py --layers FILE.cfg --weights FILE.weights --output FILE.onnx

Boxes are decoded in the graph: what is left to the reader is a threshold and the suppression of overlaps. The network
is computed by PyTorch as well, straight from the same files; both must answer alike.

Format of the weights (darknet): three 32-bit integers (version), one of 64 bits (pictures seen), then floats, for each
convolution in order: biases, and where it is normalised scales, means, variances; then weights [out, in, high, wide].
Decoding (Redmon and Farhadi, arXiv 1804.02767; Bochkovskiy, Wang and Liao, arXiv 2004.10934): of each cell and anchor
  x = (sigmoid(tx) * s - (s - 1) / 2 + column) / columns, y likewise, width = exp(tw) * anchor / side of the input,
with s = scale_x_y; the score of a class is sigmoid(objectness) * sigmoid(class).
"""

import argparse
import pathlib

import numpy
import onnxruntime
import torch
from onnx import TensorProto

from graph import Graph, folded

SIDE = 416
CLASSES = 80
SLOPE = 0.1
EPSILON = 1e-5


def sections(text):
  """-> the sections of a darknet description, each as its kind and its settings."""
  found = []
  for line in text.splitlines():
    line = line.split("#")[0].strip()
    if line.startswith("["):
      found.append((line.strip("[]"), {}))
    elif line:
      key, value = line.split("=", 1)
      found[-1][1][key.strip()] = value.strip()
  return found


def numbers(text):
  return [float(each) for each in text.split(",")]


class Weights:

  def __init__(self, data):
    if numpy.frombuffer(data, "<i4", 2).tolist() != [0, 2]:
      raise SystemExit("detector: unknown version of the weights")
    self.values, self.position = numpy.frombuffer(data, "<f4", offset=20), 0

  def next(self, *shape):
    count = int(numpy.prod(shape))
    if self.position + count > self.values.size:
      raise SystemExit("detector: the weights end too early")
    self.position += count
    return self.values[self.position - count:self.position].astype(numpy.float64).reshape(shape)

  def finish(self):
    if self.position != self.values.size:
      raise SystemExit(f"detector: {self.values.size - self.position} weights are left over")


class Layers:
  """The description with its weights; `run` walks it with either of the two arithmetics below."""

  def __init__(self, text, data):
    (kind, settings), *self.sections = sections(text)
    if kind != "net" or settings["channels"] != "3":
      raise SystemExit("detector: not a network of colour pictures")
    weights, depths, depth, self.convolutions = Weights(data), [], 3, {}
    for number, (kind, settings) in enumerate(self.sections):
      if kind == "convolutional":
        filters, size = int(settings["filters"]), int(settings["size"])
        bias = weights.next(filters)
        if settings.get("batch_normalize") == "1":
          gamma, mean, variance = weights.next(filters), weights.next(filters), weights.next(filters)
          array, bias = folded(weights.next(filters, depth, size, size), gamma, bias, mean, variance, EPSILON)
        else:
          array = weights.next(filters, depth, size, size)
        self.convolutions[number], depth = (array, bias), filters
      elif kind == "route":
        depth = sum(depths[at] for at in self.sources(number)) // int(settings.get("groups", 1))
      depths.append(depth)
    weights.finish()

  def sources(self, number):
    listed = [int(each) for each in self.sections[number][1]["layers"].split(",")]
    return [number + at if at < 0 else at for at in listed]

  def run(self, arithmetic, pixels):
    """-> what the two last layers give: boxes and scores, of all cells and anchors."""
    x, results, heads = pixels, [], []
    for number, (kind, settings) in enumerate(self.sections):
      if kind == "convolutional":
        stride = int(settings["stride"])
        x = arithmetic.convolution(x, *self.convolutions[number], stride, settings["activation"] == "leaky")
      elif kind == "route":
        parts = [results[at] for at in self.sources(number)]
        groups = int(settings.get("groups", 1))
        x = arithmetic.joined(parts) if groups == 1 else arithmetic.part(parts[0], groups, int(settings["group_id"]))
      elif kind == "maxpool":
        x = arithmetic.pooled(x)
      elif kind == "upsample":
        x = arithmetic.doubled(x)
      elif kind == "yolo":
        if int(settings["classes"]) != CLASSES:
          raise SystemExit("detector: other classes than expected")
        pairs = numpy.array(numbers(settings["anchors"])).reshape(-1, 2)
        anchors = pairs[[int(each) for each in settings["mask"].split(",")]]
        heads.append(arithmetic.decoded(x, anchors, float(settings["scale_x_y"]), len(heads)))
      else:
        raise SystemExit(f"detector: no such layer: {kind}")
      results.append(x)
    return heads


class Eager:
  """PyTorch."""

  def convolution(self, x, weight, bias, stride, leaky):
    tensors = [torch.from_numpy(each).float() for each in (weight, bias)]
    x = torch.nn.functional.conv2d(x, *tensors, stride=stride, padding=weight.shape[-1] // 2)
    return torch.nn.functional.leaky_relu(x, SLOPE) if leaky else x

  def joined(self, parts):
    return torch.cat(parts, 1)

  def part(self, x, groups, group):
    return x.chunk(groups, 1)[group]

  def pooled(self, x):
    return torch.nn.functional.max_pool2d(x, 2)

  def doubled(self, x):
    return torch.nn.functional.interpolate(x, scale_factor=2)

  def decoded(self, x, anchors, scale, _):
    boxes, scores = [], []
    cells = x.shape[-1]
    for anchor, values in zip(anchors, x[0].reshape(len(anchors), 5 + CLASSES, cells, cells)):
      for row in range(cells):
        for column in range(cells):
          tx, ty, tw, th, objectness = values[:5, row, column]
          centre = [(float(t.sigmoid()) * scale - (scale - 1) / 2 + at) / cells for t, at in ((tx, column), (ty, row))]
          extent = [float(t.exp()) * side / SIDE for t, side in zip((tw, th), anchor)]
          boxes.append([c - e / 2 for c, e in zip(centre, extent)] + [c + e / 2 for c, e in zip(centre, extent)])
          scores.append((objectness.sigmoid() * values[5:, row, column].sigmoid()).tolist())
    return torch.tensor(boxes), torch.tensor(scores)


class Written:
  """ONNX nodes."""

  def __init__(self, graph):
    self.graph = graph

  def convolution(self, x, weight, bias, stride, leaky):
    around = weight.shape[-1] // 2
    x = self.graph.convolution(x, weight, bias, stride, 1, (around,) * 4)
    return self.graph.add("LeakyRelu", x, alpha=SLOPE) if leaky else x

  def joined(self, parts):
    return parts[0] if len(parts) == 1 else self.graph.add("Concat", *parts, axis=1)

  def part(self, x, groups, group):
    names = [f"{x}.part{number}" for number in range(groups)]
    self.graph.add("Split", x, outputs=names, axis=1)
    return names[group]

  def pooled(self, x):
    return self.graph.add("MaxPool", x, kernel_shape=[2, 2], strides=[2, 2])

  def doubled(self, x):
    scales = self.graph.constant([1, 1, 2, 2])
    return self.graph.add(
      "Resize", x, "", scales, mode="nearest", coordinate_transformation_mode="asymmetric", nearest_mode="floor")

  def decoded(self, x, anchors, scale, place):
    graph, cells = self.graph, SIDE // (32, 16)[place]
    shape = graph.constant([len(anchors), 5 + CLASSES, cells * cells], numpy.int64)
    # [anchors, 85, cells] -> [anchors, cells, 85]
    values = graph.add("Transpose", graph.add("Reshape", x, shape), perm=[0, 2, 1])
    names = [f"{name}{place}" for name in ("offset", "extent", "objectness", "class")]
    parts = graph.constant([2, 2, 1, CLASSES], numpy.int64)
    offset, extent, objectness, kind = graph.add("Split", values, parts, outputs=names, axis=2)
    row, column = numpy.divmod(numpy.arange(cells * cells), cells)
    corner = numpy.stack([column, row], 1)[None] - (scale - 1) / 2
    centre = graph.add("Mul", graph.add("Sigmoid", offset), graph.constant(scale / cells))
    centre = graph.add("Add", centre, graph.constant(corner / cells))
    half = graph.add("Mul", graph.add("Exp", extent), graph.constant(anchors[:, None, :] / SIDE / 2))
    sides = graph.add("Concat", graph.add("Sub", centre, half), graph.add("Add", centre, half), axis=2)
    scores = graph.add("Mul", graph.add("Sigmoid", objectness), graph.add("Sigmoid", kind))
    return (graph.add("Reshape", sides, graph.constant([1, -1, 4], numpy.int64)),
            graph.add("Reshape", scores, graph.constant([1, -1, CLASSES], numpy.int64)))


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--layers", type=pathlib.Path, required=True)
  parser.add_argument("--weights", type=pathlib.Path, required=True)
  parser.add_argument("--output", type=pathlib.Path, required=True)
  arguments = parser.parse_args()
  torch.set_num_threads(1)
  layers = Layers(arguments.layers.read_text(), arguments.weights.read_bytes())

  graph = Graph()
  boxes, scores = zip(*layers.run(Written(graph), graph.pixels("pixels", None, 1 / 255)))
  graph.add("Concat", *boxes, outputs=["boxes"], axis=1)
  graph.add("Concat", *scores, outputs=["scores"], axis=1)
  count = sum(3 * (SIDE // stride) ** 2 for stride in (32, 16))
  model = graph.model(
    "yolov4-tiny", [("pixels", TensorProto.UINT8, [1, SIDE, SIDE, 3])],
    [("boxes", TensorProto.FLOAT, [1, count, 4]), ("scores", TensorProto.FLOAT, [1, count, CLASSES])])
  data = model.SerializeToString()

  options = onnxruntime.SessionOptions()
  options.intra_op_num_threads = 1
  session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
  pixels = numpy.random.default_rng(1).integers(0, 256, (1, SIDE, SIDE, 3), numpy.uint8)
  with torch.no_grad():
    heads = layers.run(Eager(), torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 255)
  expected = [torch.cat(each).numpy() for each in zip(*heads)]
  found = session.run(["boxes", "scores"], {"pixels": pixels})
  worst = [float(numpy.abs(left[0] - right).max()) for left, right in zip(found, expected)]
  if worst[0] > 0.02 or worst[1] > 0.01:
    raise SystemExit(f"detector: the two networks differ by {worst}")
  arguments.output.write_bytes(data)
  print(f"detector: {len(data) / 1e6:.1f} MB, greatest difference of a side {worst[0]:.5f}, of a score {worst[1]:.5f}")


if __name__ == "__main__":
  main()
