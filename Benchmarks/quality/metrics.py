"""Measures of a score against labels of 0 and 1. The standard library is enough for these sizes."""


def _by_descending_score(labels, scores):
  """Yields (positives, negatives) among equal scores, best first: ties are never broken in anybody's favour."""
  pairs = sorted(zip(scores, labels), key=lambda pair: -pair[0])
  index = 0
  while index < len(pairs):
    end = index
    positives = 0
    while end < len(pairs) and pairs[end][0] == pairs[index][0]:
      positives += pairs[end][1]
      end += 1
    yield positives, end - index - positives
    index = end


def average_precision(labels, scores):
  """Area under the precision-recall curve, as the sum of precision over the steps of recall."""
  total = sum(labels)
  if not total:
    return float("nan")
  area = found = seen = 0
  for positives, negatives in _by_descending_score(labels, scores):
    found += positives
    seen += positives + negatives
    area += positives / total * found / seen
  return area


def area_under_roc(labels, scores):
  """The chance that a random positive scores above a random negative, ties counting half."""
  total_positives = sum(labels)
  total_negatives = len(labels) - total_positives
  if not total_positives or not total_negatives:
    return float("nan")
  area = found = 0
  for positives, negatives in _by_descending_score(labels, scores):
    area += negatives * (found + positives / 2)
    found += positives
  return area / (total_positives * total_negatives)


def recall_at_false_positive_rate(labels, scores, rate=0.01):
  """The greatest share of positives found at a threshold that lets through no more than `rate` of the negatives."""
  total_positives = sum(labels)
  total_negatives = len(labels) - total_positives
  if not total_positives or not total_negatives:
    return float("nan")
  found = let_through = 0
  best = 0.0
  for positives, negatives in _by_descending_score(labels, scores):
    found += positives
    let_through += negatives
    if let_through > rate * total_negatives:
      break
    best = found / total_positives
  return best


def expected_calibration_error(labels, scores, bins=10):
  """The mean gap between score and outcome over bins of equal mass: equally many texts each, in order of score."""
  pairs = sorted(zip(scores, labels))
  count = len(pairs)
  if not count:
    return float("nan")
  error = 0.0
  for number in range(bins):
    group = pairs[number * count // bins:(number + 1) * count // bins]
    if group:
      error += abs(sum(score for score, _ in group) - sum(label for _, label in group))
  return error / count


def precision_and_recall(labels, scores, threshold=0.5):
  """Of the texts matched at the threshold, the share that should be; of those that should be, the share matched."""
  matched = [label for label, score in zip(labels, scores) if score >= threshold]
  total = sum(labels)
  precision = sum(matched) / len(matched) if matched else float("nan")
  return precision, (sum(matched) / total if total else float("nan"))
