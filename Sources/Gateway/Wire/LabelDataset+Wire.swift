internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension EvaluationResult {
  /// - Returns: nil of what is unspecified.
  /// - Throws: INVALID_ARGUMENT.
  init?(_ wire: Clavata_Gateway_V1_EvaluationResult, field: String = "expectedResult") throws(GatewayError) {
    switch wire {
    case .unspecified: return nil
    case .flagged: self = .flagged
    case .notFlagged: self = .notFlagged
    case .UNRECOGNIZED: throw GatewayError(.invalidArgument, "\(field): is none of the results")
    }
  }

  /// For places that have a word where others have the enumeration.
  var word: String {
    switch self {
    case .flagged: "FLAGGED"
    case .notFlagged: "NOT_FLAGGED"
    }
  }
}

extension Clavata_Gateway_V1_EvaluationResult {
  init(_ result: EvaluationResult?) {
    switch result {
    case nil: self = .unspecified
    case .flagged: self = .flagged
    case .notFlagged: self = .notFlagged
    }
  }
}

extension Clavata_Gateway_V1_LabelDatasetItem {
  init(_ record: LabelDatasetItemRecord, evaluation: LabelEvaluationRecord? = nil) {
    self = .with {
      $0.labelDatasetItemID = record.id.wire
      $0.labelID = record.labelID.wire
      $0.customerContentID = record.contentID.wire
      $0.expectedResult = .init(record.expected)
      if let title = record.title { $0.title = title }
      if let notes = record.notes { $0.notes = notes }
      if let evaluation { $0.latestEvaluation = .init(evaluation) }
      $0.createdAt = .init(record.created)
      $0.updatedAt = .init(record.updated)
    }
  }

  init(_ row: LabelDatasetItemRow) { self.init(row.item, evaluation: row.evaluation) }
}

extension Clavata_Gateway_V1_LabelEvaluationResult {
  init(_ record: LabelEvaluationRecord) {
    self = .with {
      $0.evaluationID = record.id.wire
      $0.labelDatasetItemID = record.itemID.wire
      switch record.subject {
      case .version(let id): $0.labelVersionID = id.wire
      case .draft(let id): $0.labelDraftID = id.wire
      }
      $0.actualResult = .init(record.actual)
      if let isCorrect = record.isCorrect { $0.isCorrect = isCorrect }
      $0.userReviewed = record.isReviewed
      if let feedback = record.feedback { $0.userFeedback = feedback }
      $0.evaluatedByID = record.evaluatorID.wire
      $0.evaluatedAt = .init(record.evaluated)
      $0.createdAt = .init(record.created)
      $0.isStale = record.isStale
      $0.expectedResultAtEvaluation = .init(record.expected)
      $0.score = record.score
    }
  }
}

extension Clavata_Gateway_V1_GetLabelDatasetStatsResponse {
  init(_ counts: LabelDatasetCounts) {
    self = .with {
      $0.totalItemCount = Int32(clamping: counts.items)
      $0.expectedFlaggedCount = Int32(clamping: counts.expectedFlagged)
      $0.expectedNotFlaggedCount = Int32(clamping: counts.expectedNotFlagged)
      $0.unspecifiedCount = Int32(clamping: counts.items - counts.expectedFlagged - counts.expectedNotFlagged)
      $0.evaluatedCount = Int32(clamping: counts.evaluated)
      $0.unevaluatedCount = Int32(clamping: counts.items - counts.evaluated)
      $0.correctCount = Int32(clamping: counts.correct)
      $0.incorrectCount = Int32(clamping: counts.incorrect)
      $0.staleCount = Int32(clamping: counts.stale)
      $0.needsReviewCount = Int32(clamping: counts.needingReview)
    }
  }
}

extension Clavata_Gateway_V1_LabelMetricsFreshness {
  init(_ freshness: LabelFreshness) {
    switch freshness {
    case .noDataset: self = .noDataset
    case .nothingToTest: self = .nothingToTest
    case .untested: self = .untested
    case .fresh: self = .fresh
    case .stale: self = .stale
    }
  }
}

extension Clavata_Gateway_V1_LabelMetricsStaleReason {
  init(_ reason: LabelFreshness.StaleReason) {
    switch reason {
    case .datasetChanged: self = .evaluableDatasetChanged
    case .unevaluatedItems: self = .unevaluatedEvaluableItems
    }
  }
}

extension Clavata_Gateway_V1_EvaluationMetrics {
  init(_ tally: LabelEvaluationTally) {
    let metrics = LabelMetrics(tally)
    self = .with {
      $0.truePositives = Int32(clamping: tally.truePositives)
      $0.falsePositives = Int32(clamping: tally.falsePositives)
      $0.trueNegatives = Int32(clamping: tally.trueNegatives)
      $0.falseNegatives = Int32(clamping: tally.falseNegatives)
      $0.precision = metrics.precision
      $0.recall = metrics.recall
      $0.f1Score = metrics.f1
      $0.accuracy = metrics.accuracy
      $0.totalEvaluated = Int32(clamping: tally.evaluated)
    }
  }
}
