"""A small writer of ONNX graphs for networks of convolutions.

Weights are stored in halves and read as floats. Every method adds nodes and returns the name of what they compute.
"""

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17


class Graph:

  def __init__(self):
    self.nodes, self.weights, self.count = [], [], 0

  def add(self, kind, *inputs, outputs=None, **attributes):
    self.count += 1
    names = outputs or [f"{kind.lower()}{self.count}"]
    self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
    return names[0] if len(names) == 1 else names

  def constant(self, values, kind=numpy.float32):
    self.count += 1
    name = f"constant{self.count}"
    self.weights.append(numpy_helper.from_array(numpy.asarray(values, kind), name))
    return name

  def weight(self, array):
    """Large arrays in halves, small ones as they are."""
    array = numpy.asarray(array, numpy.float32)
    if array.size < 4096:
      return self.constant(array)
    self.count += 1
    name = f"weight{self.count}"
    self.weights.append(numpy_helper.from_array(array.astype(numpy.float16), name + ".half"))
    return self.add("Cast", name + ".half", outputs=[name], to=TensorProto.FLOAT)

  def pixels(self, name, mean, scale):
    """[1, H, W, 3] bytes -> [1, 3, H, W] floats, (value - mean) * scale."""
    floats = self.add("Cast", name, to=TensorProto.FLOAT)
    planes = self.add("Transpose", floats, perm=[0, 3, 1, 2])
    centred = self.add("Sub", planes, self.constant(mean)) if mean else planes
    return self.add("Mul", centred, self.constant(scale))

  def convolution(self, x, weight, bias, stride=1, groups=1, pads=(0, 0, 0, 0)):
    """`pads`: top, left, bottom, right."""
    return self.add(
      "Conv", x, self.weight(weight), self.weight(bias), kernel_shape=list(weight.shape[2:]),
      strides=[stride, stride], group=groups, pads=list(pads))

  def model(self, name, inputs, outputs):
    """`inputs`, `outputs`: (name, element type, shape)."""
    infos = [[helper.make_tensor_value_info(*each) for each in side] for side in (inputs, outputs)]
    graph = helper.make_graph(self.nodes, name, infos[0], infos[1], self.weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="gavel")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    return model


def folded(weight, gamma, beta, mean, variance, epsilon):
  """-> weight and bias of the convolution that does what it and the batch normalisation after it do."""
  factor = gamma / numpy.sqrt(variance + epsilon)
  return weight * factor[:, None, None, None], beta - mean * factor
