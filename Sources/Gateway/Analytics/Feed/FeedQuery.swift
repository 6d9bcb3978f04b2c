internal import Foundation
internal import GatewayProtocol
internal import Storage

/// What a content feed is asked for, checked.
struct FeedQuery: Sendable {
  enum Order: Sendable {
    case newest
    case oldest
    case mostConfident
    case leastConfident

    var isByConfidence: Bool { self == .mostConfident || self == .leastConfident }
  }

  let limit: Int
  let offset: Int
  /// Empty: any.
  let labelName: String
  let confidence: ClosedRange<Double>?
  let order: Order
  let created: TimeSpan?

  /// Whether it takes a result's scores to tell if it belongs.
  var looksAtScores: Bool { !labelName.isEmpty || confidence != nil || order.isByConfidence }

  /// - Throws: INVALID_ARGUMENT, naming the field.
  init(_ wire: Clavata_Gateway_V1_GetContentFeedRequest) throws(GatewayError) {
    let limit = wire.hasLimit ? Int(wire.limit) : AnalyticsLimits.defaultFeedLimit
    guard (1...AnalyticsLimits.maximumFeedLimit).contains(limit) else {
      throw GatewayError(.invalidArgument, "limit: must be from 1 to \(AnalyticsLimits.maximumFeedLimit)")
    }
    guard (0...Int32(AnalyticsLimits.feedOffset)).contains(wire.offset) else {
      throw GatewayError(
        .invalidArgument,
        "offset: must be from 0 to \(AnalyticsLimits.feedOffset); ask for a narrower createdTimeRange instead")
    }
    self.limit = limit
    offset = Int(wire.offset)
    labelName = wire.labelName
    created = try TimeSpan(wire.createdTimeRange, field: "createdTimeRange")
    if wire.hasMinConfidence || wire.hasMaxConfidence {
      let least = try Self.confidence(wire.hasMinConfidence ? wire.minConfidence : 0, field: "minConfidence")
      let most = try Self.confidence(wire.hasMaxConfidence ? wire.maxConfidence : 1, field: "maxConfidence")
      guard least <= most else {
        throw GatewayError(.invalidArgument, "minConfidence: is above maxConfidence")
      }
      confidence = least...most
    } else {
      confidence = nil
    }
    switch wire.sortType {
    case .contentFeedSortUnspecified, .contentFeedSortNewest: order = .newest
    case .contentFeedSortOldest: order = .oldest
    case .contentFeedSortConfidenceHighToLow: order = .mostConfident
    case .contentFeedSortConfidenceLowToHigh: order = .leastConfident
    case .UNRECOGNIZED: throw GatewayError(.invalidArgument, "sortType: is not an order of the feed")
    }
  }

  /// Not a number is in no range.
  private static func confidence(_ value: Double, field: String) throws(GatewayError) -> Double {
    guard value >= 0, value <= 1 else {
      throw GatewayError(.invalidArgument, "\(field): must be a number from 0 to 1")
    }
    return value
  }

  /// The score that a result is chosen and ordered by: the named label's, else the greatest of those that fit.
  ///
  /// - Returns: nil where it does not belong.
  func confidence(in labels: [FeedLabel]) -> Double? {
    labels.lazy.filter { labelName.isEmpty || $0.name == labelName }.map(\.confidence)
      .filter { confidence?.contains($0) ?? true }.max()
  }
}

/// A label that could be scored.
struct FeedLabel: Sendable, Hashable {
  var name: String
  var confidence: Double
}
