#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/classifier: a tokenizer, a configuration and models that go with them.

    python3 -m venv env && env/bin/pip install onnx==1.23.2
    env/bin/python Scripts/make-classifier-fixture.py

The models count the words of WORDS that a pair's two texts share, n, and answer with the logits 1 - 2n, 2n - 1 and 0
(contradiction, entailment, neutral). What is masked counts for nothing.
"""

import json
import pathlib

from onnx import TensorProto, checker, helper

FOLDER = pathlib.Path(__file__).parent.parent / "Tests/EmbeddedModelsTests/Fixtures/classifier"

WORDS = ["dog", "cat", "park", "rain", "angry"]
OTHERS = ["this", "text", "contains", "the", "tone", "of", "is", "answer", "to", "yes", "about", "in", ".", "\"", "?"]
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "##s", *OTHERS, *WORDS]
SEPARATOR = VOCABULARY.index("[SEP]")


def constant(name, kind, values, shape=None):
  return helper.make_tensor(name, kind, [len(values)] if shape is None else shape, values)


def model(name, *, types=True, mask=True, single=False, hidden=False, extra=False):
  size = len(VOCABULARY)
  nodes, inputs = [], []

  def add(operation, arguments, **attributes):
    nodes.append(helper.make_node(operation, arguments, [f"v{len(nodes)}"], **attributes))
    return f"v{len(nodes) - 1}"

  def take(name):
    inputs.append(helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"]))
    return name

  ids = take("input_ids")
  # batch, length, vocabulary: whether this token is that piece
  known = add("Cast", [add("Equal", [add("Unsqueeze", [ids, "last"]), "pieces"])], to=TensorProto.FLOAT)
  if mask:
    known = add("Mul", [known, add("Unsqueeze", [add("Cast", [take("attention_mask")], to=TensorProto.FLOAT), "last"])])
  if types:
    second = add("Cast", [take("token_type_ids")], to=TensorProto.FLOAT)
  else:
    ends = add("Cast", [add("Equal", [ids, "separator"])], to=TensorProto.FLOAT)
    second = add("Min", [add("CumSum", [ends, "axis"], exclusive=1), "one"])
  second = add("Unsqueeze", [second, "last"])
  sides = [add("Mul", [known, second]), add("Mul", [known, add("Sub", ["one", second])])]
  bags = [add("ReduceMax", [side], axes=[1], keepdims=0) for side in sides]
  shared = add("MatMul", [add("Mul", bags), "weights"])
  if extra:
    shared = add("Add", [shared, add("Cast", [take("position_ids")], to=TensorProto.FLOAT)])
  if single:
    nodes.append(helper.make_node("Add", [add("Mul", [shared, "slope"]), "offset"], ["logits"]))
  else:
    nodes.append(helper.make_node("Add", [add("MatMul", [shared, "slopes"]), "offsets"], ["logits"]))
  shape = ["batch", 1 if single else 3]
  if hidden:
    nodes[-1].output[0] = "flat"
    nodes.append(helper.make_node("Unsqueeze", ["flat", "last"], ["logits"]))
    shape.append(1)
  constants = [
    constant("last", TensorProto.INT64, [-1]),
    constant("axis", TensorProto.INT64, [1]),
    constant("pieces", TensorProto.INT64, range(size)),
    constant("separator", TensorProto.INT64, [SEPARATOR]),
    constant("one", TensorProto.FLOAT, [1]),
    constant("weights", TensorProto.FLOAT, [float(piece in WORDS) for piece in VOCABULARY], [size, 1]),
    constant("slope", TensorProto.FLOAT, [2]),
    constant("offset", TensorProto.FLOAT, [-1]),
    constant("slopes", TensorProto.FLOAT, [-2, 2, 0], [1, 3]),
    constant("offsets", TensorProto.FLOAT, [1, -1, 0]),
  ]
  used = {argument for node in nodes for argument in node.input}
  graph = helper.make_graph(
    nodes, name, inputs, [helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape)],
    [constant for constant in constants if constant.name in used])
  made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
  checker.check_model(made, full_check=True)
  (FOLDER / f"{name}.onnx").write_bytes(made.SerializeToString())


def main():
  FOLDER.mkdir(parents=True, exist_ok=True)
  model("typed")
  model("typeless", types=False)
  model("single", single=True)
  model("maskless", mask=False)
  model("extra", extra=True)
  model("hidden", hidden=True)
  tokenizer = {
    "normalizer": {
      "type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None,
      "lowercase": True,
    },
    "pre_tokenizer": {"type": "BertPreTokenizer"},
    "model": {
      "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
      "vocab": {piece: number for number, piece in enumerate(VOCABULARY)},
    },
  }
  (FOLDER / "tokenizer.json").write_text(json.dumps(tokenizer, indent=1) + "\n")
  configuration = {"name": "shared-words", "entailment": 1, "against": [0]}
  (FOLDER / "classifier.json").write_text(json.dumps(configuration) + "\n")


main()
