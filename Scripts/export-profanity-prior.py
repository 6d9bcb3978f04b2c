#!/usr/bin/env python3
"""Writes Models/profanity/words.tsv from the pickled model of alt-profanity-check.

Run once for each version of that package, in a virtual environment that can unpickle it:

    python3 -m venv env && env/bin/pip install alt-profanity-check==1.9.1
    env/bin/python Scripts/export-profanity-prior.py Models/profanity/words.tsv

The model there is five linear classifiers over TF-IDF, each with a sigmoid of its own, averaged. Their logits are
averaged here instead, which leaves one linear function (the probability moves by 0.005 on average, 0.05 at most).
"""

import sys
import warnings

import numpy

with warnings.catch_warnings():
  # The pickle names the version of scikit-learn that wrote it; the plain arrays in it are the same in all.
  warnings.simplefilter("ignore")
  from profanity_check.profanity_check import model, vectorizer

HEADER = """\
# The word list of alt-profanity-check 1.9.1 (MIT licence, see LICENSE beside this file), as plain numbers.
# score = intercept + sum(weight * x), x = count * idf of each known word, scaled to length 1; logit of "is profane".
# A word: a run of two or more letters, digits or underscores of the lower-cased text. Columns: word, idf, weight.
"""


def main(path):
  parameters = vectorizer.get_params()
  expected = {
    "lowercase": True, "token_pattern": r"(?u)\b\w\w+\b", "ngram_range": (1, 1), "norm": "l2", "binary": False,
    "sublinear_tf": False, "strip_accents": None, "use_idf": True,
  }
  differing = {key for key, value in expected.items() if parameters[key] != value}
  if differing:
    sys.exit(f"the vectorizer differs from what the scorer computes: {sorted(differing)}")

  folds = model.calibrated_classifiers_
  slopes = [-fold.calibrators[0].a_ for fold in folds]
  offsets = [-fold.calibrators[0].b_ for fold in folds]
  weights = numpy.mean([slope * fold.estimator.coef_[0] for slope, fold in zip(slopes, folds)], axis=0)
  intercept = numpy.mean(
    [slope * fold.estimator.intercept_[0] + offset for slope, offset, fold in zip(slopes, offsets, folds)])

  with open(path, "w", encoding="utf-8", newline="\n") as file:
    file.write(HEADER)
    file.write(f"# intercept\t{intercept:.4f}\n")
    for word, column in sorted(vectorizer.vocabulary_.items()):
      file.write(f"{word}\t{vectorizer.idf_[column]:.3f}\t{weights[column]:.3f}\n")


if __name__ == "__main__":
  if len(sys.argv) != 2:
    sys.exit("usage: export-profanity-prior.py FILE")
  main(sys.argv[1])
