#!/usr/bin/env python3
"""Makes classifier.onnx of EfficientNet-Lite2's published weights.

    classifier.py --weights FILE.pth --output FILE.onnx

The network is written out twice, once for PyTorch, which must take the weights without one name missing or left over,
and once as ONNX with the normalisation folded into the convolutions; both must answer alike.

Architecture: Tan and Le, EfficientNet (arXiv 1905.11946), in its Lite form: no squeeze and excitation, ReLU6 for swish,
stem and head as wide as in the smallest. Padding is TensorFlow's "same": what an odd total leaves over is added at
the bottom and on the right.
"""

import argparse
import math
import pathlib

import numpy
import onnxruntime
import torch
from onnx import TensorProto
from torch import nn

from graph import Graph, folded

SIDE = 260
WIDTH, DEPTH = 1.1, 1.2
MEAN, SCALE = 127.0, 1 / 128
EPSILON = 1e-3
# Trained with smoothed labels the network is never sure; on pictures apart from those it was trained on, probabilities
# of sharpened logits told shown from not shown better (calibrate.py's stamps: average precision .652 to .663).
SHARPNESS = 1.3

# Repeats, kernel, stride of the first, widening, channels out; of the smallest network.
STAGES = [(1, 3, 1, 1, 16), (2, 3, 2, 6, 24), (2, 5, 2, 6, 40), (3, 3, 2, 6, 80), (3, 5, 1, 6, 112), (4, 5, 2, 6, 192),
          (1, 3, 1, 6, 320)]


def channels(count):
  """As many channels as a network of WIDTH has: a multiple of 8, not more than a tenth fewer than asked."""
  scaled = count * WIDTH
  rounded = max(8, int(scaled + 4) // 8 * 8)
  return rounded + 8 if rounded < 0.9 * scaled else rounded


def blocks():
  """-> for each block: kernel, stride, widening, channels in, channels out."""
  coming = 32
  for position, (repeats, kernel, stride, widening, leaving) in enumerate(STAGES):
    leaving = channels(leaving)
    if position not in (0, len(STAGES) - 1):
      repeats = math.ceil(repeats * DEPTH)
    for repeat in range(repeats):
      yield kernel, stride if repeat == 0 else 1, widening, coming, leaving
      coming = leaving


def same(size, kernel, stride):
  """-> padding before and after, and the size of what comes out."""
  leaving = math.ceil(size / stride)
  total = max(0, (leaving - 1) * stride + kernel - size)
  return total // 2, total - total // 2, leaving


class SamePadded(nn.Conv2d):

  def forward(self, x):
    before, after, _ = same(x.shape[-1], self.kernel_size[0], self.stride[0])
    return super().forward(nn.functional.pad(x, (before, after, before, after)))


class Block(nn.Module):

  def __init__(self, kernel, stride, widening, coming, leaving):
    super().__init__()
    wide = coming * widening
    self.kept = stride == 1 and coming == leaving
    if widening > 1:
      self._expand_conv = nn.Conv2d(coming, wide, 1, bias=False)
      self._bn0 = nn.BatchNorm2d(wide, eps=EPSILON)
    self._depthwise_conv = SamePadded(wide, wide, kernel, stride, groups=wide, bias=False)
    self._bn1 = nn.BatchNorm2d(wide, eps=EPSILON)
    self._project_conv = nn.Conv2d(wide, leaving, 1, bias=False)
    self._bn2 = nn.BatchNorm2d(leaving, eps=EPSILON)

  def forward(self, x):
    y = nn.functional.relu6(self._bn0(self._expand_conv(x))) if hasattr(self, "_expand_conv") else x
    y = nn.functional.relu6(self._bn1(self._depthwise_conv(y)))
    y = self._bn2(self._project_conv(y))
    return x + y if self.kept else y


class Network(nn.Module):
  """Names as in the published weights."""

  def __init__(self):
    super().__init__()
    self._conv_stem = SamePadded(3, 32, 3, 2, bias=False)
    self._bn0 = nn.BatchNorm2d(32, eps=EPSILON)
    self._blocks = nn.ModuleList(Block(*block) for block in blocks())
    self._conv_head = nn.Conv2d(channels(320), 1280, 1, bias=False)
    self._bn1 = nn.BatchNorm2d(1280, eps=EPSILON)
    self._fc = nn.Linear(1280, 1000)

  def forward(self, x):
    x = nn.functional.relu6(self._bn0(self._conv_stem(x)))
    for block in self._blocks:
      x = block(x)
    x = nn.functional.relu6(self._bn1(self._conv_head(x)))
    return self._fc(x.mean((2, 3)))


def onnx_model(network):
  graph = Graph()
  arrays = {name: value.double().numpy() for name, value in network.state_dict().items()}

  def convolution(x, size, convolution, normalisation, kernel=1, stride=1, groups=1, bent=True):
    weight, bias = folded(
      arrays[convolution + ".weight"],
      *(arrays[f"{normalisation}.{part}"] for part in ("weight", "bias", "running_mean", "running_var")), EPSILON)
    before, after, size = same(size, kernel, stride)
    x = graph.convolution(x, weight, bias, stride, groups, (before, before, after, after))
    return graph.add("Clip", x, zero, six) if bent else x, size

  zero, six = graph.constant(0.0), graph.constant(6.0)
  x = graph.pixels("pixels", MEAN, SCALE)
  x, size = convolution(x, SIDE, "_conv_stem", "_bn0", 3, 2)
  for number, (kernel, stride, widening, coming, leaving) in enumerate(blocks()):
    name, entered = f"_blocks.{number}", x
    if widening > 1:
      x, size = convolution(x, size, name + "._expand_conv", name + "._bn0")
    x, size = convolution(x, size, name + "._depthwise_conv", name + "._bn1", kernel, stride, coming * widening)
    x, size = convolution(x, size, name + "._project_conv", name + "._bn2", bent=False)
    if stride == 1 and coming == leaving:
      x = graph.add("Add", x, entered)
  x, size = convolution(x, size, "_conv_head", "_bn1")
  x = graph.add("Flatten", graph.add("GlobalAveragePool", x))
  x = graph.add("MatMul", x, graph.weight(arrays["_fc.weight"].T * SHARPNESS))
  x = graph.add("Add", x, graph.weight(arrays["_fc.bias"] * SHARPNESS))
  graph.add("Softmax", x, outputs=["probabilities"], axis=1)
  return graph.model(
    "efficientnet-lite2", [("pixels", TensorProto.UINT8, [1, SIDE, SIDE, 3])],
    [("probabilities", TensorProto.FLOAT, [1, 1000])])


def main():
  parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
  parser.add_argument("--weights", type=pathlib.Path, required=True)
  parser.add_argument("--output", type=pathlib.Path, required=True)
  arguments = parser.parse_args()

  torch.set_num_threads(1)
  network = Network().eval()
  network.load_state_dict(torch.load(arguments.weights, map_location="cpu", weights_only=True), strict=True)
  data = onnx_model(network).SerializeToString()

  options = onnxruntime.SessionOptions()
  options.intra_op_num_threads = 1
  session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
  generator = numpy.random.default_rng(1)
  worst = 0.0
  for _ in range(4):
    # Noise that is smooth on the scale of things, so that something is recognised.
    coarse = torch.from_numpy(generator.uniform(0, 255, (1, 3, 9, 9)).astype(numpy.float32))
    picture = nn.functional.interpolate(coarse, (SIDE, SIDE), mode="bicubic").clamp(0, 255).round()
    with torch.no_grad():
      expected = (network((picture - MEAN) * SCALE) * SHARPNESS).softmax(1).numpy()
    pixels = picture.permute(0, 2, 3, 1).to(torch.uint8).numpy()
    worst = max(worst, float(numpy.abs(session.run(None, {"pixels": pixels})[0] - expected).max()))
  if worst > 0.01:
    raise SystemExit(f"classifier: the two networks differ by {worst:.4f}")
  arguments.output.write_bytes(data)
  print(f"classifier: {len(data) / 1e6:.1f} MB, greatest difference of a probability {worst:.5f}")


if __name__ == "__main__":
  main()
