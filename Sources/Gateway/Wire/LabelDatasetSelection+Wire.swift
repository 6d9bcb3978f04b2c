internal import Foundation
internal import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

extension LabelDatasetSelection {
  /// - Parameter field: what the request calls the filters, for the message.
  /// - Throws: INVALID_ARGUMENT naming the filter.
  init(
    _ filters: Clavata_Gateway_V1_LabelDatasetItemFilters, label: UUID, field: String = "filters"
  ) throws(GatewayError) {
    self.init(label: label)
    expected = try EvaluationResult(filters.filterByExpectedResult, field: "\(field).filterByExpectedResult")
    hasExpectation = try Self.mode(filters.filterByHasExpectation, field: "\(field).filterByHasExpectation")
    isEvaluated = try Self.mode(filters.filterByEvaluated, field: "\(field).filterByEvaluated")
    isIncorrect = try Self.mode(filters.filterByIncorrect, field: "\(field).filterByIncorrect")
    isStale = try Self.mode(filters.filterByStale, field: "\(field).filterByStale")
    if !filters.filterByEvalLabelVersionID.isEmpty {
      version = try Identifier.uuid(filters.filterByEvalLabelVersionID, field: "\(field).filterByEvalLabelVersionId")
    }
    switch filters.filterByMatchType {
    case .unspecified: break
    case .truePositive: matchType = .truePositive
    case .falsePositive: matchType = .falsePositive
    case .falseNegative: matchType = .falseNegative
    case .trueNegative: matchType = .trueNegative
    case .UNRECOGNIZED:
      throw GatewayError(.invalidArgument, "\(field).filterByMatchType: is none of the match types")
    }
    ids = try Identifier.uuids(
      filters.filterByDatasetItemIds, field: "\(field).filterByDatasetItemIds", limit: LabelDatasetLimits.ids)
    excluded = try Identifier.uuids(
      filters.excludedDatasetItemIds, field: "\(field).excludedDatasetItemIds", limit: LabelDatasetLimits.ids)
    text = filters.filterBySearchQuery
    try FieldText.requireLength(
      of: text, field: "\(field).filterBySearchQuery", limit: LabelDatasetLimits.searchBytes)
  }

  private static func mode(
    _ mode: Clavata_Gateway_V1_LabelDatasetFilterMode, field: String
  ) throws(GatewayError) -> Bool? {
    switch mode {
    case .unspecified: return nil
    case .mustMatch: return true
    case .mustNotMatch: return false
    case .UNRECOGNIZED: throw GatewayError(.invalidArgument, "\(field): is none of the filter modes")
    }
  }
}
