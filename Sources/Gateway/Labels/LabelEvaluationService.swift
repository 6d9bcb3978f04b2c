package import ContentIntake
internal import Foundation
package import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
internal import SignalScoring
package import Storage
internal import SwiftProtobuf

/// `EvaluateLabels`: one content, some versions of labels, and a job for each of them.
package struct LabelEvaluationService: Sendable {
  /// Versions that one call names.
  package static let versions = 10

  private let catalog: LabelCatalog
  private let intake: ContentIntake
  private let tokens: TokenCounter
  private let store: any Store
  private let reviews: ReviewLimiter

  package init(
    catalog: LabelCatalog, intake: ContentIntake, tokens: TokenCounter, store: any Store, reviews: ReviewLimiter
  ) {
    self.catalog = catalog
    self.intake = intake
    self.tokens = tokens
    self.store = store
    self.reviews = reviews
  }

  /// What a version is evaluated with.
  private struct Asked: Sendable {
    var version: ReadyLabelVersion
    var options: EvaluationOptions
    var scope: PolicyScope
  }

  private struct Evaluated: Sendable {
    var version: ReadyLabelVersion
    var options: EvaluationOptions
    var item: EvaluatedItem

    /// A label that depends on what could not be scored is an error.
    func wire(job: JobRecord?, hasReport: Bool) -> Clavata_Gateway_V1_EvaluateLabelsResponse.LabelResult {
      let verdict = item.report.labels.first?.verdict ?? item.report.verdict
      return .with {
        $0.labelID = version.label.id.wire
        $0.labelVersionID = version.version.id.wire
        $0.jobUuid = job?.id.wire ?? ""
        if verdict.outcome == .failed {
          $0.error = "the label could not be scored: \(item.firstFailure?.message ?? "a signal failed")"
        } else {
          $0.evaluation = .with {
            $0.score = verdict.score
            $0.outcome = .init(verdict.outcome)
            $0.threshold = options.threshold
            if hasReport { $0.report = version.template.message(of: item) }
          }
        }
      }
    }
  }

  /// The results come in the order of the request. What is wrong with one version is told in its place.
  ///
  /// - Throws: `GatewayError`.
  package func evaluate(
    _ request: Clavata_Gateway_V1_EvaluateLabelsRequest, caller: Caller
  ) async throws(GatewayError) -> Clavata_Gateway_V1_EvaluateLabelsResponse {
    let ids = try Self.ids(request)
    try EvaluationOptions.check(request.threshold)
    try EvaluationOptions.check(.init(request.labelEvalOptions), field: "labelEvalOptions")
    try PolicyCatalog.check(globalContext: request.globalContext)
    let items = try await AdmittedItem.admit([request.contentData], by: intake, for: caller.accountID.wire)
    // INVARIANT: as many items are admitted as were offered.
    guard let item = items.first else { throw GatewayError(.invalidArgument, "contentData: is required") }

    var asked: [Asked] = []
    var refusals: [UUID: String] = [:]
    for id in Set(ids) {
      do {
        asked.append(try Self.asked(request, try await catalog.evaluable(id, account: caller.accountID)))
      } catch let error where error.code == .notFound || error.code == .failedPrecondition {
        refusals[id] = error.message
      }
    }
    // One content, however many labels look at it; none, where no label does.
    if !asked.isEmpty { try await reviews.charge(contents: 1, to: caller.accountID) }
    do {
      let evaluated = try await evaluate(item, Self.lots(asked))
      var jobs: [UUID: JobRecord] = [:]
      for (id, result) in evaluated { jobs[id] = try job(result, of: item, account: caller.accountID) }
      try await store.insert(jobs.values.sorted { $0.id.wire < $1.id.wire })
      return .with {
        $0.contentHash = item.content.hash
        $0.results = ids.map { id in
          guard let result = evaluated[id] else {
            return .with {
              $0.labelVersionID = id.wire
              $0.error = refusals[id] ?? "the label could not be evaluated"
            }
          }
          return result.wire(job: jobs[id], hasReport: request.includeEvaluationReport)
        }
      }
    } catch {
      throw GatewayError(error)
    }
  }

  private static func ids(_ request: Clavata_Gateway_V1_EvaluateLabelsRequest) throws(GatewayError) -> [UUID] {
    guard (1...versions).contains(request.labelVersionIds.count) else {
      throw GatewayError(.invalidArgument, "labelVersionIds: must be 1 to \(versions)")
    }
    var ids: [UUID] = []
    for (index, id) in request.labelVersionIds.enumerated() {
      ids.append(try Identifier.uuid(id, field: "labelVersionIds[\(index)]"))
    }
    return ids
  }

  /// The request's own word counts before the version's.
  private static func asked(
    _ request: Clavata_Gateway_V1_EvaluateLabelsRequest, _ version: ReadyLabelVersion
  ) throws(GatewayError) -> Asked {
    let merged = version.options.overlaid(with: request.labelEvalOptions)
    var options = try EvaluationOptions(
      threshold: request.hasThreshold ? request.threshold : nil, expedited: nil, options: [:], version: .init(merged))
    options.bypassesCache = merged.bypassCache
    let context = request.hasGlobalContext ? request.globalContext : version.version.globalContext
    return Asked(
      version: version, options: options,
      scope: PolicyScope(globalContext: context, stack: ModelStack(rawValue: merged.stack)))
  }

  /// Versions that are scored together: those that are scored alike, but no more signals than one policy may have.
  private static func lots(_ asked: [Asked]) -> [[Asked]] {
    struct Alike: Hashable {
      var options: EvaluationOptions
      var scope: PolicyScope

      init(_ asked: Asked) {
        options = asked.options
        // It decides only where an expedited scoring stops.
        if !options.isExpedited { options.threshold = EvaluationOptions.defaultThreshold }
        scope = asked.scope
      }
    }
    var lots: [[Asked]] = []
    // In one order, so that the same versions are always the same lots.
    let ordered = asked.sorted { $0.version.version.id.wire < $1.version.version.id.wire }
    for alike in Dictionary(grouping: ordered, by: Alike.init).values {
      var lot: [Asked] = []
      var signals = 0
      for asked in alike {
        let own = asked.version.compiled.features.count
        if !lot.isEmpty, signals + own > PolicyLimits.signals {
          lots.append(lot)
          lot = []
          signals = 0
        }
        lot.append(asked)
        signals += own
      }
      lots.append(lot)
    }
    return lots
  }

  private func evaluate(_ item: AdmittedItem, _ lots: [[Asked]]) async throws -> [UUID: Evaluated] {
    let usage = tokens.count(item.content)
    return try await withThrowingTaskGroup(of: [Evaluated].self) { work in
      for lot in lots {
        work.addTask { try await evaluate(item, lot, usage: usage) }
      }
      var results: [UUID: Evaluated] = [:]
      for try await evaluated in work {
        for result in evaluated { results[result.version.version.id] = result }
      }
      return results
    }
  }

  private func evaluate(_ item: AdmittedItem, _ lot: [Asked], usage: Int) async throws -> [Evaluated] {
    guard let first = lot.first else { return [] }
    let options = first.options
    let union = try await catalog.union(of: lot.map(\.version), scope: first.scope)
    let scored = try await union.plans.plan(for: item.content).score(
      item.content, threshold: options.threshold, expedited: options.isExpedited,
      bypassingCache: options.bypassesCache)
    return lot.map { asked in
      let (version, options) = (asked.version, asked.options)
      let part = union.part(of: version, in: scored)
      return Evaluated(
        version: version, options: options,
        item: EvaluatedItem(
          index: 0, contentHash: item.content.hash, metadata: item.metadata,
          report: version.compiled.evaluate(
            scores: part.scores, threshold: options.threshold, unscored: part.unscored),
          usage: TokenUsage(input: usage, multiplier: version.compiled.complexityScore),
          explanation: Explanation(part, of: item.content, isAsked: false), failures: part.failures))
    }
  }

  /// A job, completed, with its result.
  private func job(_ evaluated: Evaluated, of item: AdmittedItem, account: UUID) throws -> JobRecord {
    let version = evaluated.version
    var job = try JobRecord.make(
      .standard, items: [item], options: evaluated.options, account: account,
      named: .with {
        $0.labelID = version.label.id.wire
        $0.labelVersionID = version.version.id.wire
      })
    var results = KeptResults(policyKey: version.label.name)
    results.append([evaluated.item])
    var count = FigureCount(of: version)
    count.add(evaluated.item, of: item)
    job.labelID = version.label.id
    job.labelVersionID = version.version.id
    job.figures = count.figures
    job.end(.completed, results: try results.serialized())
    return job
  }
}
