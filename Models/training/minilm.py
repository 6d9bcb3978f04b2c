"""all-MiniLM-L6-v2 in PyTorch: the same numbers as its ONNX file, from that file's weights, so that it can be tuned."""

import onnx
import tokenizers
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, HIDDEN = 384, 12, 6, 1536
PREFIX = "model.layers."


class Layer(nn.Module):
    """A transformer layer whose queries may come from elsewhere than its keys and values."""

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, HIDDEN), nn.Linear(HIDDEN, WIDTH)
        self.fed = nn.LayerNorm(WIDTH, eps=1e-12)

    @staticmethod
    def heads(x):
        return x.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(-2, -3)

    def forward(self, x, mask, source=None):
        """x: [B, Q, D]; mask: [B, T], true where there is a token; source: [B, T, D], x itself by default."""
        source = x if source is None else source
        attended = functional.scaled_dot_product_attention(
            self.heads(self.query(x)), self.heads(self.key(source)), self.heads(self.value(source)),
            attn_mask=mask[:, None, None, :])
        x = self.attended(x + self.out(attended.transpose(-2, -3).flatten(-2)))
        return self.fed(x + self.narrow(functional.gelu(self.widen(x))))


class MiniLM(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.positions, self.types = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, mask):
        """ids, mask: [B, T] -> token vectors [B, T, D]."""
        x = self.embedded(self.words(ids) + self.positions.weight[:ids.shape[1]] + self.types.weight[0])
        for layer in self.layers:
            x = layer(x, mask)
        return x


def names():
    """The ONNX file's name of each parameter, and whether it is stored transposed."""
    yield "words.weight", ".model.embeddings.word_embeddings.weight", False
    yield "positions.weight", ".model.embeddings.position_embeddings.weight", False
    yield "types.weight", ".model.embeddings.token_type_embeddings.weight", False
    for kind in ("weight", "bias"):
        yield f"embedded.{kind}", f"{PREFIX}-1.embeddings_norm_layernorm.{kind}", False
    for number in range(LAYERS):
        for ours, theirs in (("query", "attn.q_proj"), ("key", "attn.k_proj"), ("value", "attn.v_proj"),
                             ("out", "attn.o_proj"), ("widen", "mlp.fc1"), ("narrow", "mlp.fc2")):
            yield f"layers.{number}.{ours}.weight", f"{PREFIX}{number}.{theirs}.MatMul.weight", True
            yield f"layers.{number}.{ours}.bias", f"{PREFIX}{number}.{theirs}.Add.bias", False
        for ours, theirs in (("attended", "attention_output_norm_layernorm"), ("fed", "mlp_output_norm_layernorm")):
            for kind in ("weight", "bias"):
                yield f"layers.{number}.{ours}.{kind}", f"{PREFIX}{number}.{theirs}.{kind}", False


def load(folder):
    """The model as published, from the folder that holds model.onnx."""
    weights = {w.name: numpy_helper.to_array(w) for w in onnx.load(str(folder / "model.onnx")).graph.initializer}
    model = MiniLM()
    model.load_state_dict({
        ours: torch.tensor(weights[theirs].T if transposed else weights[theirs])
        for ours, theirs, transposed in names()
    })
    return model


class Tokenizer:
    def __init__(self, folder, limit):
        self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(limit)

    def __call__(self, texts):
        return [encoding.ids for encoding in self.tokenizer.encode_batch(list(texts))]


def pad(sequences):
    """-> ids [B, T] and mask [B, T], T the longest one's."""
    longest = max(map(len, sequences))
    ids = torch.zeros(len(sequences), longest, dtype=torch.long)
    mask = torch.zeros(len(sequences), longest, dtype=torch.bool)
    for row, sequence in enumerate(sequences):
        ids[row, :len(sequence)] = torch.tensor(sequence)
        mask[row, :len(sequence)] = True
    return ids, mask
