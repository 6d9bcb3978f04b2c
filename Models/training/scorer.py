"""The scorer: signals, each one vector, attend over the tokens of a content, and each answers with a logit.

content tokens  C [B, T, D]   the encoder's, once a content
signals         S [N, D]      the mean of the encoder's tokens of a phrase, once a policy version
x = layer(x = S, source = C), twice; logit = head(x) + scale * cos(mean C, S) + bias
"""

import copy

import torch
from torch import nn
from torch.nn import functional

import minilm


def mean(tokens, mask):
    mask = mask[..., None].to(tokens.dtype)
    return (tokens * mask).sum(1) / mask.sum(1)


class Scorer(nn.Module):
    def __init__(self, encoder, layers=2):
        """layers: how many attend; each begins as a copy of the encoder's last."""
        super().__init__()
        self.encoder = encoder
        self.attending = nn.ModuleList(copy.deepcopy(encoder.layers[-1]) for _ in range(layers))
        self.hidden, self.head = nn.Linear(2 * minilm.WIDTH, minilm.WIDTH), nn.Linear(minilm.WIDTH, 1)
        nn.init.zeros_(self.head.weight)
        nn.init.zeros_(self.head.bias)
        self.scale, self.bias = nn.Parameter(torch.tensor(10.0)), nn.Parameter(torch.tensor(-4.0))

    def contents(self, ids, mask):
        return self.encoder(ids, mask)

    def signals(self, ids, mask):
        return mean(self.encoder(ids, mask), mask)

    def score(self, tokens, mask, signals):
        """tokens [B, T, D], mask [B, T], signals [N, D] -> logits [B, N]."""
        x = signals.expand(len(tokens), -1, -1)
        for layer in self.attending:
            x = layer(x, mask, tokens)
        whole = functional.normalize(mean(tokens, mask), dim=-1)
        cosine = whole @ functional.normalize(signals, dim=-1).T
        first = signals.expand(len(tokens), -1, -1)
        read = self.head(functional.gelu(self.hidden(torch.cat([x, x * first], -1)))).squeeze(-1)
        return read + self.scale * cosine + self.bias


def load(checkpoint):
  """The scorer of a file that train.py wrote."""
  state = torch.load(checkpoint)
  layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("attending."))
  model = Scorer(minilm.MiniLM(), layers)
  model.load_state_dict(state)
  return model.eval()
