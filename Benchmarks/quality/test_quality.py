"""Tests of the measures by values worked out by hand: python3 -m unittest discover Benchmarks/quality"""

import json
import math
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import datasets
import metrics
import quality


class MetricsTests(unittest.TestCase):
  LABELS = [1, 0, 1, 0]
  SCORES = [0.9, 0.8, 0.7, 0.1]

  def test_average_precision_sums_precision_over_steps_of_recall(self):
    self.assertAlmostEqual(metrics.average_precision(self.LABELS, self.SCORES), 0.5 * 1 + 0.5 * 2 / 3)
    self.assertAlmostEqual(metrics.average_precision([1, 1, 0], [0.9, 0.8, 0.1]), 1)

  def test_ties_are_not_broken_in_favour_of_positives(self):
    self.assertAlmostEqual(metrics.average_precision([1, 0, 0, 0], [0.5] * 4), 0.25)
    self.assertAlmostEqual(metrics.area_under_roc([0, 1, 0, 1], [0.5] * 4), 0.5)

  def test_area_under_roc_counts_ordered_pairs(self):
    self.assertAlmostEqual(metrics.area_under_roc(self.LABELS, self.SCORES), 3 / 4)
    self.assertAlmostEqual(metrics.area_under_roc([0, 0, 1], [0.1, 0.2, 0.9]), 1)

  def test_recall_at_false_positive_rate_never_passes_the_rate(self):
    labels = [1] * 10 + [0] * 100
    scores = [1.0] * 6 + [0.5] * 4 + [0.9] + [0.6] + [0.1] * 98
    self.assertAlmostEqual(metrics.recall_at_false_positive_rate(labels, scores, 0.01), 0.6)
    self.assertAlmostEqual(metrics.recall_at_false_positive_rate(labels, scores, 0.02), 1.0)
    self.assertAlmostEqual(metrics.recall_at_false_positive_rate(labels, scores, 0.0), 0.6)

  def test_calibration_error_is_the_mean_gap_of_bins_of_equal_mass(self):
    self.assertAlmostEqual(metrics.expected_calibration_error([0, 1], [0.0, 1.0], bins=2), 0)
    self.assertAlmostEqual(metrics.expected_calibration_error([0, 0, 1, 1], [0.2, 0.2, 0.6, 0.6], bins=2), 0.3)
    self.assertAlmostEqual(metrics.expected_calibration_error([1, 0], [0.5, 0.5], bins=1), 0)

  def test_precision_and_recall_match_from_the_threshold_up(self):
    self.assertEqual(metrics.precision_and_recall([1, 0, 1], [0.5, 0.6, 0.4]), (0.5, 0.5))

  def test_nothing_to_find_has_no_measure(self):
    self.assertTrue(math.isnan(metrics.average_precision([0, 0], [0.1, 0.2])))
    self.assertTrue(math.isnan(metrics.area_under_roc([1, 1], [0.1, 0.2])))
    self.assertTrue(math.isnan(metrics.recall_at_false_positive_rate([1, 1], [0.1, 0.2])))
    self.assertTrue(math.isnan(metrics.expected_calibration_error([], [])))


class ReportTests(unittest.TestCase):
  @staticmethod
  def line(number, hate, overall):
    return json.dumps({"result": {"policyEvaluationReport": {
      "contentMetadata": {"number": str(number)}, "reviewResult": {"outcome": "OUTCOME_FALSE", "score": overall},
      "sectionEvaluationReports": [{"name": "hate", "reviewResult": {"outcome": "OUTCOME_FALSE", "score": hate}}],
    }}})

  def test_reports_are_joined_by_number_in_any_order(self):
    reports = quality.read_reports("\n".join([self.line(1, 0.2, 0.2), self.line(0, 0.9, 0.9), ""]))
    rows = [("a", {"hate": 1}), ("b", {"hate": 0})]
    results, failed = quality.measure(rows, reports)
    self.assertEqual(failed, 0)
    self.assertEqual(results["hate"]["auprc"], 1)
    self.assertEqual(results[quality.ANY]["positives"], 1)

  def test_a_failed_score_is_counted_and_left_out(self):
    reports = quality.read_reports("\n".join([self.line(0, -1, -1), self.line(1, 0.4, 0.4)]))
    results, failed = quality.measure([("a", {"hate": 1}), ("b", {"hate": 0}), ("c", {"hate": 0})], reports)
    self.assertEqual(failed, 4)
    self.assertEqual(results["hate"]["texts"], 1)

  def test_what_could_not_be_measured_is_null_in_json(self):
    self.assertEqual(quality.without_nan({"a": [math.nan, 1.0]}), {"a": [None, 1.0]})


class DatasetTests(unittest.TestCase):
  def test_absent_labels_are_not_labels_of_zero(self):
    with tempfile.TemporaryDirectory() as folder:
      path = pathlib.Path(folder) / "openai-moderation-x.jsonl"
      path.write_text('{"prompt": "t", "S": 1, "H": 0, "V": null}\n', encoding="utf-8")
      self.assertEqual(datasets.find(folder, datasets.OPENAI_PATTERNS), [path])
      self.assertEqual(datasets.read_openai(path), [("t", {"sexual": 1, "hate": 0})])

  def test_hatecheck_rows_are_hateful_or_not(self):
    with tempfile.TemporaryDirectory() as folder:
      path = pathlib.Path(folder) / "hatecheck-x.csv"
      path.write_text("test_case,label_gold\nx,hateful\ny,non-hateful\n", encoding="utf-8")
      self.assertEqual(datasets.read_hatecheck(path), [("x", {"hateful": 1}), ("y", {"hateful": 0})])


if __name__ == "__main__":
  unittest.main()
