"""The text encoder as the product runs it: MiniLM through OpenVINO, mean of the token vectors, length 1."""

import pathlib

import numpy
import openvino
import tokenizers

TOKEN_LIMIT = 256
LENGTHS = (8, 16, 24, 32, 48, 64, 96, 128, 192, 256)


class Encoder:
  def __init__(self, models):
    folder = pathlib.Path(models) / "v1/minilm"
    core = openvino.Core()
    settings = {"INFERENCE_NUM_THREADS": 1, "PERFORMANCE_HINT": "LATENCY"}
    self.request = core.compile_model(core.read_model(folder / "model.onnx"), "CPU", settings).create_infer_request()
    self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    self.tokenizer.no_padding()
    self.tokenizer.enable_truncation(max_length=TOKEN_LIMIT)

  def __call__(self, texts, batch=32):
    encodings = self.tokenizer.encode_batch(list(texts))
    by_length = sorted(range(len(encodings)), key=lambda index: len(encodings[index].ids))
    vectors = numpy.zeros((len(encodings), 384), numpy.float32)
    for start in range(0, len(by_length), batch):
      rows = by_length[start:start + batch]
      longest = max(len(encodings[row].ids) for row in rows)
      length = next(length for length in LENGTHS if length >= longest)
      tokens = numpy.zeros((len(rows), length), numpy.int64)
      mask = numpy.zeros_like(tokens)
      for line, row in enumerate(rows):
        ids = encodings[row].ids
        tokens[line, :len(ids)] = ids
        mask[line, :len(ids)] = 1
      hidden = self.request.infer([tokens, mask, numpy.zeros_like(tokens)])[0]
      means = (hidden * mask[..., None]).sum(axis=1) / mask.sum(axis=1)[:, None]
      vectors[rows] = means / numpy.linalg.norm(means, axis=1, keepdims=True)
    return vectors
