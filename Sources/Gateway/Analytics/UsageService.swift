internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// How much was evaluated, by time and by policy or label.
package struct UsageService: Sendable {
  private let store: any Store
  private let gate: WorkGate
  private let now: @Sendable () -> Date

  /// - Parameter gate: bounds how many read figures at once, so that other reads go on beside them.
  init(store: any Store, gate: WorkGate, now: @escaping @Sendable () -> Date) {
    self.store = store
    self.gate = gate
    self.now = now
  }

  /// What policies evaluated.
  ///
  /// - Throws: INVALID_ARGUMENT; OUT_OF_RANGE where it goes too far back, or too much would have to be read.
  package func policies(
    _ request: Clavata_Gateway_V1_GetAnalyticsUsageForIntervalRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetAnalyticsUsageForIntervalResponse {
    let (buckets, usage) = try await usage(of: .policy, request.hasInterval, request.interval, caller)
    var response = Clavata_Gateway_V1_GetAnalyticsUsageForIntervalResponse()
    response.interval = buckets.wire
    response.timeBuckets = Self.timeBuckets(buckets, usage)
    response.totalTokensBySeriesType = Self.totals(usage, of: \.tokens)
    response.totalReviewsBySeriesType = Self.totals(usage, of: \.reviews)
    do {
      let names = try await policies(Array(usage.subjects.keys), account: caller.accountID)
      response.policySummaries = Self.ordered(usage).map { id, figures in
        .with {
          $0.policyID = id.wire
          $0.policyName = names[id]?.key ?? ""
          $0.status = names[id].map { $0.isDeleted ? .archived : .active } ?? .notFound
          $0.textTokens = figures.texts.tokens
          $0.imageTokens = figures.images.tokens
          $0.reviewCount = figures.reviews
        }
      }
    } catch {
      throw GatewayError(error)
    }
    return response
  }

  /// What labels evaluated by themselves.
  ///
  /// - Throws: as `policies`.
  package func labels(
    _ request: Clavata_Gateway_V1_GetAnalyticsLabelUsageForIntervalRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetAnalyticsLabelUsageForIntervalResponse {
    let (buckets, usage) = try await usage(of: .label, request.hasInterval, request.interval, caller)
    var response = Clavata_Gateway_V1_GetAnalyticsLabelUsageForIntervalResponse()
    response.interval = buckets.wire
    response.timeBuckets = Self.timeBuckets(buckets, usage)
    response.totalTokensBySeriesType = Self.totals(usage, of: \.tokens)
    response.totalReviewsBySeriesType = Self.totals(usage, of: \.reviews)
    for (id, figures) in Self.ordered(usage) {
      let label: LabelRecord?
      do { label = try await store.label(id, account: caller.accountID) } catch { throw GatewayError(error) }
      response.labelSummaries.append(
        .with {
          $0.labelID = id.wire
          $0.labelName = label?.name ?? ""
          $0.status = .init(label)
          $0.textTokens = figures.texts.tokens
          $0.imageTokens = figures.images.tokens
          $0.reviewCount = figures.reviews
        })
    }
    return response
  }

  private func usage(
    of kind: FigureSubject.Kind, _ hasInterval: Bool, _ interval: Clavata_Gateway_V1_TimeInterval, _ caller: Caller
  ) async throws(GatewayError) -> (IntervalBuckets, UsageFigures) {
    guard hasInterval else { throw GatewayError(.invalidArgument, "interval: is required") }
    let buckets = try IntervalBuckets(interval)
    if buckets.unit == .minute {
      let oldest = now().addingTimeInterval(-AnalyticsLimits.minuteRetention).timeIntervalSince1970
      guard Double(buckets.edges[0]) >= oldest else {
        let days = Int(AnalyticsLimits.minuteRetention / 86_400)
        throw GatewayError(
          .outOfRange, "interval.start: figures by the minute are kept for \(days) days; ask by the hour or the day")
      }
    }
    do {
      let usage = try await gate.admit(caller.accountID) {
        try await gate.turn {
          try await store.usage(
            of: kind, account: caller.accountID, edges: buckets.edges.map { Self.minute(of: $0) },
            span: buckets.unit == .minute ? .minute : .quarter, rowLimit: AnalyticsLimits.figureRows)
        }
      }
      guard let usage else { throw GatewayError.tooManyFigures(field: "interval") }
      return (buckets, usage)
    } catch {
      throw GatewayError(error)
    }
  }

  private func policies(_ ids: [UUID], account: UUID) async throws -> [UUID: PolicyRecord] {
    var policies: [UUID: PolicyRecord] = [:]
    // SQLite binds so many values and no more.
    for start in stride(from: 0, to: ids.count, by: 1_000) {
      var query = PolicyRowQuery()
      query.ids = Array(ids[start..<min(start + 1_000, ids.count)])
      query.includesDeleted = true
      for policy in try await store.policies(query, account: account) { policies[policy.id] = policy }
    }
    return policies
  }

  private static func minute(of seconds: Int64) -> Int64 {
    let rest = seconds % 60
    return (seconds - (rest < 0 ? rest + 60 : rest)) / 60
  }

  /// Every step, those without figures too.
  private static func timeBuckets(
    _ buckets: IntervalBuckets, _ usage: UsageFigures
  ) -> [Clavata_Gateway_V1_TimeBucket] {
    zip(buckets.edges, usage.buckets).map { edge, figures in
      .with {
        $0.timestamp = edge
        $0.series = [.init(figures.texts, .text), .init(figures.images, .image)]
      }
    }
  }

  private static func totals(
    _ usage: UsageFigures, of count: KeyPath<SeriesFigures.Count, Int64>
  ) -> [Int32: Int64] {
    var texts: Int64 = 0
    var images: Int64 = 0
    for bucket in usage.buckets {
      texts.add(bucket.texts[keyPath: count])
      images.add(bucket.images[keyPath: count])
    }
    return [
      Int32(Clavata_Gateway_V1_SeriesType.text.rawValue): texts,
      Int32(Clavata_Gateway_V1_SeriesType.image.rawValue): images,
    ]
  }

  /// Those with most reviews first.
  private static func ordered(_ usage: UsageFigures) -> [(UUID, SeriesFigures)] {
    usage.subjects.map { ($0.key, $0.value) }.sorted {
      $0.1.reviews != $1.1.reviews ? $0.1.reviews > $1.1.reviews : $0.0.wire < $1.0.wire
    }
  }
}

extension SeriesFigures {
  fileprivate var reviews: Int64 {
    var reviews = texts.reviews
    reviews.add(images.reviews)
    return reviews
  }
}

extension Clavata_Gateway_V1_Series {
  fileprivate init(_ count: SeriesFigures.Count, _ type: Clavata_Gateway_V1_SeriesType) {
    self = .with {
      $0.type = type
      $0.tokenCount = count.tokens
      $0.reviewCount = count.reviews
    }
  }
}

extension Clavata_Gateway_V1_LabelStatus {
  /// A deleted label is found by no method, so by this one neither.
  fileprivate init(_ label: LabelRecord?) {
    guard let label, !label.isDeleted else {
      self = .notFound
      return
    }
    self = label.archived == nil ? .active : .archived
  }
}

extension GatewayError {
  /// More figures than one call reads.
  static func tooManyFigures(field: String) -> GatewayError {
    GatewayError(.outOfRange, "\(field): has more figures than one call reads; ask for a narrower one")
  }
}
