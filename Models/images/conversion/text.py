"""Gavel's text encoder: phrases to vectors of unit length."""

import json
import pathlib

import numpy
import onnxruntime
from tokenizers import Tokenizer

SCORER = pathlib.Path(__file__).resolve().parents[2] / "scorer"


class Encoder:

  def __init__(self, folder=SCORER):
    self.folder = folder
    self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    self.tokenizer.no_padding()
    self.tokenizer.enable_truncation(json.loads((folder / "scorer.json").read_text())["maximumTokens"])
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    self.session = onnxruntime.InferenceSession(
      str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"])

  def tokens(self, text):
    """-> [1, tokens, 384]"""
    ids = numpy.array([self.tokenizer.encode(text).ids], numpy.int64)
    inputs = {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)}
    return self.session.run(["last_hidden_state"], inputs)[0]

  def __call__(self, texts):
    """-> [texts, 384]: the mean of each text's token vectors, of unit length."""
    means = numpy.stack([self.tokens(text)[0].mean(axis=0) for text in texts])
    return means / numpy.linalg.norm(means, axis=1, keepdims=True)
