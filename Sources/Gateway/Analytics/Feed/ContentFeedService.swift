internal import Foundation
package import GatewayProtocol
internal import Storage
internal import SwiftProtobuf

/// What was evaluated, content by content, from the results that jobs keep.
package struct ContentFeedService: Sendable {
  let store: any Store
  let catalog: PolicyCatalog
  let labels: LabelCatalog
  /// A feed evaluates kept scores again: few do so at once.
  let gate: WorkGate

  /// An entry that was found: where it is, and by what it is ordered.
  private struct Found {
    var job: Int
    var place: Int
    var confidence: Double
  }

  /// Looks through jobs, and counts what that costs.
  private struct Walk {
    var jobs = 0
    var results = 0

    mutating func countJob() throws(GatewayError) {
      jobs += 1
      guard jobs <= AnalyticsLimits.feedJobs else {
        throw Self.tooMuch("more than \(AnalyticsLimits.feedJobs) jobs")
      }
    }

    mutating func countResult() throws(GatewayError) {
      results += 1
      guard results <= AnalyticsLimits.feedResults else {
        throw Self.tooMuch("more than \(AnalyticsLimits.feedResults) results")
      }
    }

    private static func tooMuch(_ what: String) -> GatewayError {
      GatewayError(.outOfRange, "createdTimeRange: \(what) would have to be looked through; ask for a narrower range")
    }
  }

  /// - Throws: INVALID_ARGUMENT; NOT_FOUND for the policy, label or version; OUT_OF_RANGE where more would have to be
  ///   looked through than one call does: never a page that leaves something out.
  package func feed(
    _ request: Clavata_Gateway_V1_GetContentFeedRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_GetContentFeedResponse {
    let query = try FeedQuery(request)
    var rows = FeedRowQuery(limit: AnalyticsLimits.feedPage)
    rows.created = query.created
    rows.isOldestFirst = query.order == .oldest
    try await choose(&rows, request, caller)
    do {
      return try await gate.admit(caller.accountID) {
        try await gate.turn {
          var response = Clavata_Gateway_V1_GetContentFeedResponse()
          response.createdTimeRange = request.createdTimeRange
          response.entries =
            query.order.isByConfidence
            ? try await byConfidence(query, rows, caller) : try await byTime(query, rows, caller)
          try await showContents(of: &response.entries, caller)
          return response
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  /// Narrows the jobs to a policy's or a label's.
  private func choose(
    _ rows: inout FeedRowQuery, _ request: Clavata_Gateway_V1_GetContentFeedRequest, _ caller: Caller
  ) async throws(GatewayError) {
    if !request.policyID.isEmpty {
      guard request.labelID.isEmpty, request.labelVersionID.isEmpty else {
        throw GatewayError(.invalidArgument, "policyId: an entry is of a policy or of a label")
      }
      let id = try Identifier.policy(request.policyID)
      do {
        guard try await store.policy(id, account: caller.accountID) != nil else {
          throw GatewayError(.notFound, "no policy has the id \(id.wire)")
        }
      } catch {
        throw GatewayError(error)
      }
      rows.policyID = id
    }
    if !request.labelID.isEmpty {
      rows.labelID = try await labels.label(
        Identifier.uuid(request.labelID, field: "labelId"), account: caller.accountID
      ).id
    }
    if !request.labelVersionID.isEmpty {
      let version = try await labels.version(
        Identifier.uuid(request.labelVersionID, field: "labelVersionId"), account: caller.accountID)
      guard rows.labelID == nil || rows.labelID == version.labelID else {
        throw GatewayError(.notFound, "the label has no version with the id \(version.id.wire)")
      }
      rows.labelID = version.labelID
      rows.labelVersionID = version.id
    }
  }

  /// In the order of the jobs, up to the page's end.
  private func byTime(
    _ query: FeedQuery, _ rows: FeedRowQuery, _ caller: Caller
  ) async throws -> [Clavata_Gateway_V1_ContentFeedEntry] {
    var entries: [Clavata_Gateway_V1_ContentFeedEntry] = []
    var walk = Walk()
    var skipped = 0
    try await forEachJob(rows, &walk, caller) { job, walk in
      let places = job.results.places
      for place in query.order == .newest ? places.reversed() : places {
        if query.looksAtScores {
          try walk.countResult()
          if query.confidence(in: job.labels(at: place)) == nil { continue }
        }
        if skipped < query.offset {
          skipped += 1
        } else {
          entries.append(job.entry(at: place))
          if entries.count == query.limit { return false }
        }
      }
      return true
    }
    return entries
  }

  /// Of all that is in the range.
  private func byConfidence(
    _ query: FeedQuery, _ rows: FeedRowQuery, _ caller: Caller
  ) async throws -> [Clavata_Gateway_V1_ContentFeedEntry] {
    var found: [Found] = []
    var jobs: [UUID] = []
    var walk = Walk()
    try await forEachJob(rows, &walk, caller) { job, walk in
      for place in job.results.places.reversed() {
        try walk.countResult()
        if let confidence = query.confidence(in: job.labels(at: place)) {
          found.append(Found(job: jobs.count, place: place, confidence: confidence))
        }
      }
      jobs.append(job.record.id)
      return true
    }
    let isAscending = query.order == .leastConfident
    // Of equals the newest first.
    found = found.enumerated().sorted { first, second in
      guard first.element.confidence != second.element.confidence else { return first.offset < second.offset }
      return (first.element.confidence < second.element.confidence) == isAscending
    }.map(\.element)

    let page = found.dropFirst(query.offset).prefix(query.limit).enumerated()
    var entries: [Int: Clavata_Gateway_V1_ContentFeedEntry] = [:]
    // Each job is read once, however many of its results are shown.
    for (index, shown) in Dictionary(grouping: page, by: \.element.job) {
      try Task.checkCancellation()
      // A job that was deleted meanwhile is in no feed any more.
      guard let record = try await store.job(jobs[index], account: caller.accountID),
        let job = try await read(record, caller)
      else { continue }
      for (position, entry) in shown { entries[position] = job.entry(at: entry.place) }
      await Task.yield()
    }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }

  /// - Parameter body: answers whether to go on.
  private func forEachJob(
    _ rows: FeedRowQuery, _ walk: inout Walk, _ caller: Caller, _ body: (FeedJob, inout Walk) throws -> Bool
  ) async throws {
    var rows = rows
    while true {
      let page = try await store.feedJobs(rows, account: caller.accountID)
      for record in page {
        try walk.countJob()
        guard let job = try await read(record, caller) else { continue }
        guard try body(job, &walk) else { return }
        try Task.checkCancellation()
        await Task.yield()
      }
      guard let last = page.last, page.count == rows.limit else { return }
      rows.after = PageCursor(created: last.created, id: last.id)
    }
  }

  /// - Returns: nil of what is no policy's and no label's, and of what was only tried.
  private func read(_ record: JobRecord, _ caller: Caller) async throws -> FeedJob? {
    guard let results = record.results, record.type != Clavata_Shared_V1_JobType.test.rawValue else { return nil }
    let summary = try Clavata_Shared_V1_Job(serializedBytes: record.summary)
    let template: ReportTemplate
    if let version = record.policyVersionID {
      template = try await catalog.template(version: version, account: caller.accountID)
    } else if summary.hasLabelVersionID {
      let version = try Identifier.uuid(summary.labelVersionID, field: "labelVersionId")
      template = try await labels.template(version: version, account: caller.accountID)
    } else {
      return nil
    }
    return FeedJob(
      record: record, summary: summary, results: try KeptResults(serialized: results), policy: template.policy)
  }

  /// Adds what is kept of the contents themselves.
  private func showContents(of entries: inout [Clavata_Gateway_V1_ContentFeedEntry], _ caller: Caller) async throws {
    let hashes = Set(entries.map(\.contentData.contentHash))
    let kept: [String: Data]
    do {
      kept = try await store.retainedContents(
        hashes: Array(hashes), account: caller.accountID, byteLimit: AnalyticsLimits.feedContentBytes)
    } catch let error as StoreError where error.code == .conflict {
      throw GatewayError(
        .outOfRange, "limit: the contents are more than \(AnalyticsLimits.feedContentBytes) bytes; ask for fewer")
    }
    var shown = 0
    for index in entries.indices {
      guard let bytes = kept[entries[index].contentData.contentHash] else { continue }
      // One content may be in many entries.
      shown += bytes.count
      guard shown <= AnalyticsLimits.feedContentBytes else {
        throw GatewayError(
          .outOfRange, "limit: the contents are more than \(AnalyticsLimits.feedContentBytes) bytes; ask for fewer")
      }
      let content = try Clavata_Shared_V1_ContentData(serializedBytes: bytes)
      // The words are the same under one hash; what was said beside them is the entry's own.
      entries[index].contentData.content = content.content
    }
  }
}
