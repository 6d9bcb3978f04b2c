#!/usr/bin/env python3
"""Makes the product's files of a checkpoint: encoder.onnx and scorer.onnx.

    export.py --encoder FOLDER --checkpoint FILE --output FOLDER

Weights are stored in halves and word embeddings in bytes with a scale a row, to be read as floats; what is computed
with them is computed in floats. Both files are checked against the checkpoint before they are written.
"""

import argparse
import math
import pathlib

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import minilm
import scorer

OPSET = 17


def halved(name, array):
  """-> the initializer and the node that give `name` as floats."""
  stored = numpy_helper.from_array(array.astype(numpy.float16), name + ".half")
  return stored, helper.make_node("Cast", [stored.name], [name], to=TensorProto.FLOAT)


class Graph:
  """Just enough of a graph builder: each method adds a node and returns its output's name."""

  def __init__(self):
    self.nodes, self.weights, self.count = [], [], 0

  def add(self, kind, *inputs, **attributes):
    self.count += 1
    output = f"{kind.lower()}{self.count}"
    self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
    return output

  def constant(self, values, kind=numpy.float32):
    self.count += 1
    name = f"constant{self.count}"
    self.weights.append(numpy_helper.from_array(numpy.array(values, kind), name))
    return name

  def weight(self, tensor):
    self.count += 1
    name = f"weight{self.count}"
    array = tensor.detach().float().numpy()
    if array.size < 4096:
      self.weights.append(numpy_helper.from_array(array, name))
    else:
      stored, node = halved(name, array)
      self.weights.append(stored)
      self.nodes.append(node)
    return name

  def linear(self, x, layer):
    return self.add("Add", self.add("MatMul", x, self.weight(layer.weight.T)), self.weight(layer.bias))

  def normalized(self, x, layer):
    return self.add(
      "LayerNormalization", x, self.weight(layer.weight), self.weight(layer.bias), axis=-1, epsilon=layer.eps)

  def gelu(self, x):
    # The exact one: x/2 (1 + erf(x / sqrt 2)).
    bent = self.add("Erf", self.add("Div", x, self.constant(math.sqrt(2))))
    return self.add("Mul", self.add("Mul", x, self.constant(0.5)), self.add("Add", bent, self.constant(1.0)))

  def heads(self, x):
    """[B, T, D] -> [B, heads, T, D / heads]"""
    split = self.constant([0, 0, minilm.HEADS, minilm.WIDTH // minilm.HEADS], numpy.int64)
    return self.add("Transpose", self.add("Reshape", x, split), perm=[0, 2, 1, 3])

  def attending(self, layer, x, source, hidden):
    """A transformer layer: queries of x, keys and values of source; `hidden` is added where there is no token."""
    query, key, value = (
      self.heads(self.linear(of, part))
      for of, part in ((x, layer.query), (source, layer.key), (source, layer.value)))
    products = self.add("MatMul", query, self.add("Transpose", key, perm=[0, 1, 3, 2]))
    scaled = self.add("Mul", products, self.constant((minilm.WIDTH / minilm.HEADS) ** -0.5))
    attention = self.add("Softmax", self.add("Add", scaled, hidden), axis=-1)
    together = self.add("Transpose", self.add("MatMul", attention, value), perm=[0, 2, 1, 3])
    flat = self.add("Reshape", together, self.constant([0, 0, minilm.WIDTH], numpy.int64))
    x = self.normalized(self.add("Add", x, self.linear(flat, layer.out)), layer.attended)
    fed = self.linear(self.gelu(self.linear(x, layer.widen)), layer.narrow)
    return self.normalized(self.add("Add", x, fed), layer.fed)

  def unit(self, x):
    length = self.add("ReduceL2", x, axes=[-1], keepdims=1)
    return self.add("Div", x, self.add("Max", length, self.constant(1e-12)))


def scorer_model(model):
  """tokens [B, T, D], mask [B, T], signals [N, D] -> logits [B, N]."""
  graph = Graph()
  present = graph.add("Cast", "mask", to=TensorProto.FLOAT)
  column = graph.add("Unsqueeze", present, graph.constant([2], numpy.int64))
  absent = graph.add("Mul", graph.add("Sub", graph.constant(1.0), present), graph.constant(-1e9))
  hidden = graph.add("Unsqueeze", absent, graph.constant([1, 2], numpy.int64))
  # One copy of the signals for each window.
  windows = graph.add("Gather", graph.add("Shape", "tokens"), graph.constant([0], numpy.int64))
  shape = graph.add("Concat", windows, graph.constant([1, 1], numpy.int64), axis=0)
  each = graph.add("Expand", graph.add("Unsqueeze", "signals", graph.constant([0], numpy.int64)), shape)
  x = each
  for layer in model.attending:
    x = graph.attending(layer, x, "tokens", hidden)
  read = graph.gelu(graph.linear(graph.add("Concat", x, graph.add("Mul", x, each), axis=-1), model.hidden))
  read = graph.add("Squeeze", graph.linear(read, model.head), graph.constant([2], numpy.int64))
  total = graph.add("ReduceSum", graph.add("Mul", "tokens", column), graph.constant([1], numpy.int64), keepdims=0)
  # A mean has the direction of its sum.
  cosine = graph.add(
    "MatMul", graph.unit(total), graph.add("Transpose", graph.unit("signals"), perm=[1, 0]))
  near = graph.add("Add", graph.add("Mul", cosine, graph.weight(model.scale)), graph.weight(model.bias))
  graph.nodes.append(helper.make_node("Add", [read, near], ["logits"]))
  inputs = [
    helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["windows", "length", minilm.WIDTH]),
    helper.make_tensor_value_info("mask", TensorProto.INT64, ["windows", "length"]),
    helper.make_tensor_value_info("signals", TensorProto.FLOAT, ["signals", minilm.WIDTH]),
  ]
  outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["windows", "signals"])]
  made = helper.make_graph(graph.nodes, "scorer", inputs, outputs, graph.weights)
  # No newer than the runtimes read.
  result = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
  onnx.checker.check_model(result, full_check=True)
  return result


def encoder_model(folder, encoder):
  """The published graph with the tuned weights in it."""
  result = onnx.load(str(folder / "model.onnx"))
  state, graph = encoder.state_dict(), result.graph
  tuned = {theirs: (state[ours].T if transposed else state[ours]).float().numpy() for ours, theirs, transposed in minilm.names()}
  published = list(graph.initializer)
  del graph.initializer[:]
  casts = []
  for weight in published:
    array = tuned.get(weight.name)
    if array is None:
      graph.initializer.append(weight)
    elif weight.name == ".model.embeddings.word_embeddings.weight":
      largest = numpy.abs(array).max(1, keepdims=True) / 127
      graph.initializer.append(numpy_helper.from_array(numpy.round(array / largest).astype(numpy.int8), weight.name))
      graph.initializer.append(numpy_helper.from_array(largest.astype(numpy.float32), "words.scale"))
    elif array.size >= 4096:
      stored, node = halved(weight.name, array)
      graph.initializer.append(stored)
      casts.append(node)
    else:
      graph.initializer.append(numpy_helper.from_array(array.astype(numpy.float32), weight.name))
  place, gather = next((n, node) for n, node in enumerate(graph.node) if node.input and node.input[0] == ".model.embeddings.word_embeddings.weight")
  output = gather.output[0]
  gather.output[0] = "words.bytes"
  scaled = [
    helper.make_node("Cast", ["words.bytes"], ["words.floats"], to=TensorProto.FLOAT),
    helper.make_node("Gather", ["words.scale", gather.input[1]], ["words.scales"]),
    helper.make_node("Mul", ["words.floats", "words.scales"], [output]),
  ]
  nodes = list(graph.node)
  nodes[place + 1:place + 1] = scaled
  del graph.node[:]
  graph.node.extend(casts + nodes)
  return result


def check(folder, model, tokenizer):
  """What is stored gives what the checkpoint gives, but for rounding."""
  import onnxruntime
  texts = ["You people are vermin and I want you gone.", "The match begins at eight. Bring a coat, it may rain."]
  signals = ["hate speech", "a sports event", "does the writer mention the weather?"]
  sessions = [onnxruntime.InferenceSession(str(folder / f"{name}.onnx")) for name in ("encoder", "scorer")]

  def encode(ids, mask):
    feeds = {"input_ids": ids.numpy(), "attention_mask": mask.long().numpy(), "token_type_ids": numpy.zeros_like(ids)}
    return sessions[0].run(None, feeds)[0]

  (ids, mask), (signal_ids, signal_mask) = minilm.pad(tokenizer(texts)), minilm.pad(tokenizer(signals))
  with torch.no_grad():
    wanted = model.score(model.contents(ids, mask), mask, model.signals(signal_ids, signal_mask))
    vectors = scorer.mean(torch.tensor(encode(signal_ids, signal_mask)), signal_mask)
  feeds = {"tokens": encode(ids, mask), "mask": mask.long().numpy(), "signals": vectors.numpy()}
  found = sessions[1].run(None, feeds)[0]
  difference = float(numpy.abs(found - wanted.numpy()).max())
  if difference > 0.1:
    raise SystemExit(f"export: the files' logits differ from the checkpoint's by {difference:.3f}")
  return difference


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("--encoder", type=pathlib.Path, required=True)
  arguments.add_argument("--checkpoint", type=pathlib.Path, required=True)
  arguments.add_argument("--output", type=pathlib.Path, required=True)
  options = arguments.parse_args()
  folder = options.encoder
  model = scorer.load(options.checkpoint)
  options.output.mkdir(parents=True, exist_ok=True)
  onnx.save(encoder_model(folder, model.encoder), str(options.output / "encoder.onnx"))
  onnx.save(scorer_model(model), str(options.output / "scorer.onnx"))
  difference = check(options.output, model, minilm.Tokenizer(folder, 128))
  sizes = {name: round((options.output / f"{name}.onnx").stat().st_size / 1e6, 1) for name in ("encoder", "scorer")}
  print(f"export: {sizes} MB; logits within {difference:.4f}")


if __name__ == "__main__":
  main()
