#!/usr/bin/env python3
"""Writes Tests/EmbeddedModelsTests/Fixtures/image-classifier: pairs of models for images and texts, a tokenizer,
pictures, and what comes of them by other means (Pillow, tokenizers, numpy).

    python3 -m venv env && env/bin/pip install onnx==1.23.2 tokenizers==0.23.3 pillow==13.0.0 numpy==2.4.6
    env/bin/python Scripts/make-image-classifier-fixture.py

The model for images takes the mean of each colour and how much brighter the left half is than the right, and mixes the
four to six numbers. The one for texts adds up a row of a table for each token. The numbers mean nothing; they are all
different, so that a pixel or a token in the wrong place shows.
"""

import collections
import json
import pathlib
import random
import re

import numpy
from onnx import TensorProto, checker, helper
from PIL import Image
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

FOLDER = pathlib.Path(__file__).parent.parent / "Tests/EmbeddedModelsTests/Fixtures/image-classifier"
SIDE = 16
WIDTH = 6
MOST_TOKENS = 24
PADDING = 7
BEGIN, END = "<|startoftext|>", "<|endoftext|>"
MEAN, DEVIATION = [0.5, 0.4, 0.3], [0.25, 0.3, 0.2]
LEARNED = """
a photo of a dog, a photo of the cat, photos of dogs in a park, the picture shows people who are fighting in the street;
this is somebody's drawing of a gun, they're holding knives, it isn't what we've seen, blood on the floor, red and blue
flowers by the sea, there is nothing to be seen here, an image of something else, with an angry mood, what they'll do
"""
TEXTS = [
  "", " ", "a", "a photo of a dog", "A Photo  of\tDOGS\n", "photo", "photos", "the dog's park",
  "they're, we've; it isn't", "'s", "''s", "'tis the season", "'Re 'LL 'D", "dogs'", "rock'n'roll", "\"'t",
  "1234 5 a1b2", "3.14", "½ ² Ⅷ ٣", "!!!", "what?! (no)", "a-b_c", "<|endoftext", "naïve café", "cafe\u0301",
  "ÅNGSTRÖM", "A\u030angstrom", "Straße STRASSE", "İstanbul", "ΣΊΣΥΦΟΣ", "привет, мир", "你好世界", "こんにちは", "안녕",
  "\u1112\u1161\u11ab", "\ud558\u11ab", "مرحبا", "हिन्दी", "👍🏽 ok", "👨‍👩‍👧", "a\u200bb", "a\u00a0b", "a\u3000b\u2028c\u0085d",
  "\x00\x01\x7f", "\ufeffx", "tab\x0bvertical\x0cform", "ǅ ǈ ﬁ", "e\u0301\u0301", "\u0301x", "\U0001d400\U0001d7d8",
  "\U0010ffff\ue000", "x" * 100, "photo" * 20, "ab" * 256, "é" * 250, "don’t", "©®™", "a" * 512,
]


def alphabet():
  """Which character stands for which byte, as GPT-2 has it."""
  seen = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
  unseen = [byte for byte in range(256) if byte not in seen]
  return {byte: chr(byte) for byte in seen} | {byte: chr(256 + place) for place, byte in enumerate(unseen)}


def train(letters, count):
  """Pairs that are worth joining in LEARNED."""
  words = [
    [*(letters[byte] for byte in word.encode()[:-1]), letters[word.encode()[-1]] + "</w>"]
    for word in re.findall(r"'s|'t|'re|'ve|'m|'ll|'d|[a-z]+|[^\sa-z]+", LEARNED)]
  merges = []
  while len(merges) < count:
    pairs = collections.Counter(pair for word in words for pair in zip(word, word[1:]))
    best = max(pairs, key=lambda pair: (pairs[pair], pair))
    merges.append(best)
    for word in words:
      place = 0
      while place + 1 < len(word):
        if (word[place], word[place + 1]) == best:
          word[place:place + 2] = ["".join(best)]
        place += 1
  return merges


def tokenizer():
  letters = alphabet()
  pieces = [letters[byte] for byte in range(256)]
  pieces += [piece + "</w>" for piece in pieces]
  merges = train(letters, 130)
  pieces += [left + right for left, right in merges] + [BEGIN, END]
  vocabulary = {piece: number for number, piece in enumerate(pieces)}
  made = Tokenizer(models.BPE(
    vocab=vocabulary, merges=merges, continuing_subword_prefix="", end_of_word_suffix="</w>", fuse_unk=False,
    unk_token=END))
  made.normalizer = normalizers.Sequence(
    [normalizers.NFC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Lowercase()])
  made.pre_tokenizer = pre_tokenizers.Sequence([
    pre_tokenizers.Split(
      Regex(r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"), behavior="removed", invert=True),
    pre_tokenizers.ByteLevel(add_prefix_space=False)])
  made.post_processor = processors.RobertaProcessing(
    (END, vocabulary[END]), (BEGIN, vocabulary[BEGIN]), add_prefix_space=False, trim_offsets=False)
  return made


def numbers(seed, *shape):
  source = random.Random(seed)
  values = [round(source.uniform(-1, 1), 3) for _ in range(int(numpy.prod(shape)))]
  return numpy.array(values, numpy.float32).reshape(shape)


class Graph:
  def __init__(self):
    self.nodes, self.inputs, self.outputs, self.constants = [], [], [], {}

  def input(self, name, kind, shape):
    self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
    return name

  def output(self, value, name, shape):
    self.nodes.append(helper.make_node("Identity", [value], [name]))
    self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

  def constant(self, values):
    array = numpy.asarray(values)
    kind = TensorProto.INT64 if array.dtype == numpy.int64 else TensorProto.FLOAT
    name = f"c{len(self.constants)}"
    self.constants[name] = helper.make_tensor(name, kind, array.shape, array.flatten().tolist())
    return name

  def add(self, operation, *arguments, **attributes):
    value = f"v{len(self.nodes)}"
    self.nodes.append(helper.make_node(operation, list(arguments), [value], **attributes))
    return value

  def write(self, name):
    graph = helper.make_graph(self.nodes, name, self.inputs, self.outputs, list(self.constants.values()))
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(made, full_check=True)
    (FOLDER / f"{name}.onnx").write_bytes(made.SerializeToString())


MIXING, OFFSETS = numbers(1, 4, WIDTH), numbers(2, WIDTH)


def image_model(name, *, hidden=False, brittle=False, extra=False):
  graph = Graph()
  pixels = graph.input("pixel_values", TensorProto.FLOAT, ["batch", 3, SIDE, SIDE])
  colours = graph.add("ReduceMean", pixels, axes=[2, 3], keepdims=0)
  halves = [
    graph.add(
      "ReduceMean",
      graph.add(
        "Slice", pixels, graph.constant(numpy.array([start])), graph.constant(numpy.array([start + SIDE // 2])),
        graph.constant(numpy.array([3]))),
      axes=[1, 2, 3], keepdims=0)
    for start in [0, SIDE // 2]]
  side = graph.add("Unsqueeze", graph.add("Sub", *halves), graph.constant(numpy.array([1])))
  features = graph.add("Concat", colours, side, axis=1)
  if brittle:
    # 0 divided by 0 where all is black.
    total = graph.add("ReduceSum", features, graph.constant(numpy.array([1])), keepdims=1)
    features = graph.add("Div", features, total)
  vector = graph.add("Add", graph.add("MatMul", features, graph.constant(MIXING)), graph.constant(OFFSETS))
  if extra:
    vector = graph.add("Mul", vector, graph.input("strength", TensorProto.FLOAT, ["batch", 1]))
  if hidden:
    rows = graph.add("Unsqueeze", vector, graph.constant(numpy.array([1])))
    graph.output(rows, "last_hidden_state", ["batch", 1, WIDTH])
  graph.output(vector, "image_embeds", ["batch", WIDTH])
  graph.write(name)


def text_model(name, table, *, mask=True, hidden=False, infinite=False, zero=False):
  graph = Graph()
  ids = graph.input("input_ids", TensorProto.INT64, ["batch", "length"])
  rows = graph.add("Gather", graph.constant(table), ids)
  if mask:
    there = graph.input("attention_mask", TensorProto.INT64, ["batch", "length"])
    there = graph.add("Cast", there, to=TensorProto.FLOAT)
    rows = graph.add("Mul", rows, graph.add("Unsqueeze", there, graph.constant(numpy.array([2]))))
  vector = graph.add("ReduceSum", rows, graph.constant(numpy.array([1])), keepdims=0)
  if zero:
    vector = graph.add("Mul", vector, graph.constant(numpy.float32([0])))
  if infinite:
    vector = graph.add("Div", vector, graph.constant(numpy.float32([0])))
  if hidden:
    graph.output(rows, "last_hidden_state", ["batch", "length", WIDTH])
  graph.output(vector, "text_embeds", ["batch", table.shape[1]])
  graph.write(name)


def pictures():
  made = {}
  for name, width, height in [("wide", 53, 20), ("tall", 19, 61), ("small", 9, 9)]:
    y, x = numpy.mgrid[0:height, 0:width]
    planes = [x * 255 // (width - 1), (y * 7 + x * 3) % 256, numpy.where((x // 4 + y // 4) % 2 == 0, 230, 40)]
    made[name] = Image.fromarray(numpy.stack(planes, -1).astype(numpy.uint8), "RGB")
  made["black"] = Image.new("RGB", (8, 8))
  for name, picture in made.items():
    picture.save(FOLDER / f"{name}.png", optimize=True)
  return made


def image_vector(picture, fit):
  if fit == "crop":
    shorter = min(picture.size)
    width, height = (SIDE * side // shorter for side in picture.size)
    left, top = (width - SIDE) // 2, (height - SIDE) // 2
    picture = picture.resize((width, height), Image.BILINEAR).crop((left, top, left + SIDE, top + SIDE))
  else:
    picture = picture.resize((SIDE, SIDE), Image.BILINEAR)
  values = (numpy.asarray(picture, numpy.float64) / 255 - MEAN) / DEVIATION
  features = [*values.mean((0, 1)), values[:, :SIDE // 2].mean() - values[:, SIDE // 2:].mean()]
  return numpy.array(features) @ MIXING + OFFSETS


def figures(made, table):
  tokens = tokenizer()

  def text_vector(prompt, padded):
    ids = tokens.encode(prompt).ids
    ids = ids if len(ids) <= MOST_TOKENS else ids[:MOST_TOKENS - 1] + [tokens.token_to_id(END)]
    ids += [PADDING] * (MOST_TOKENS - len(ids)) if padded else []
    return table[ids].sum(0)

  def cosine(left, right):
    return float(left @ right / numpy.linalg.norm(left) / numpy.linalg.norm(right))

  against = ["a photo", "a photo of something else", "nothing"]
  image = {"size": SIDE, "mean": MEAN, "deviation": DEVIATION}
  text = {"maximumTokens": MOST_TOKENS}
  configurations = [
    ("text", {"name": "softmax", "image": image, "text": text, "against": against, "scale": 9}),
    ("text", {
      "name": "stretched", "image": image | {"fit": "stretch"}, "text": text | {"padding": PADDING},
      "against": against[:1], "scale": 20, "calibration": {"slope": 0.5, "offset": 0.25}}),
    ("text-maskless", {
      "name": "sigmoid", "image": image, "text": text | {"padding": PADDING}, "bias": -2.5, "scale": 6,
      "prompts": {"concept": "this shows {}!"}}),
  ]
  words = ["dogs", "a red CAT", "people who are fighting", "naïve café ½", "they're holding knives", "blood " * 40]
  lines = []
  for model, configuration in configurations:
    padded = "padding" in configuration["text"] and model == "text-maskless"
    template = configuration.get("prompts", {}).get("concept", "a photo of {}")
    calibration = {"slope": 1, "offset": 0} | configuration.get("calibration", {})
    scale = configuration["scale"]
    for name in ["wide", "tall", "small"]:
      seen = image_vector(made[name], configuration["image"].get("fit", "crop"))
      cosines = [cosine(seen, text_vector(template.replace("{}", each), padded)) for each in words]
      logits = scale * numpy.array(cosines) + configuration.get("bias", 0)
      if "against" in configuration:
        others = [scale * cosine(seen, text_vector(each, padded)) for each in configuration["against"]]
        logits -= numpy.log(numpy.exp(others).sum())
      logits = calibration["slope"] * logits + calibration["offset"]
      lines.append({
        "model": model, "configuration": configuration, "picture": name, "words": words,
        "cosines": [round(each, 5) for each in cosines], "logits": [round(float(each), 4) for each in logits]})
  return lines


def main():
  FOLDER.mkdir(parents=True, exist_ok=True)
  tokens = tokenizer()
  tokens.save(str(FOLDER / "tokenizer.json"), pretty=False)
  source = random.Random(3)
  letters = "abcdefgos 's't1 2.,!?é中Σ'\"photodgs"
  texts = TEXTS + ["".join(source.choices(letters, k=source.randint(1, 40))) for _ in range(200)]
  with open(FOLDER / "tokens.jsonl", "w") as file:
    for text in texts:
      file.write(json.dumps({"text": text, "ids": tokens.encode(text).ids}) + "\n")
  table = numbers(4, tokens.get_vocab_size(), WIDTH)
  image_model("image")
  image_model("image-hidden", hidden=True)
  image_model("image-brittle", brittle=True)
  image_model("image-extra", extra=True)
  text_model("text", table)
  text_model("text-maskless", table, mask=False)
  text_model("text-hidden", table, hidden=True)
  text_model("text-wide", numbers(5, tokens.get_vocab_size(), WIDTH + 1))
  text_model("text-infinite", table, infinite=True)
  text_model("text-zero", table, zero=True)
  made = pictures()
  with open(FOLDER / "figures.jsonl", "w") as file:
    for line in figures(made, table):
      file.write(json.dumps(line) + "\n")


main()
