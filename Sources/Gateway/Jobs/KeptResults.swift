internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// A job's results as they are kept: the scores, from which its reports are made again when somebody asks for them.
///
/// A report is many times as large as the scores it follows from, and few are ever asked for.
struct KeptResults {
  private var kept = Gavel_Storage_V1_JobResults()

  /// - Parameter policyKey: what the policy, or the label, is called, which may change later.
  init(policyKey: String) {
    kept.policyKey = policyKey
  }

  /// - Throws: what parsing the kept bytes throws.
  init(serialized: Data) throws {
    kept = try Gavel_Storage_V1_JobResults(serializedBytes: serialized)
  }

  func serialized() throws -> Data { try kept.serializedData() }

  mutating func append(_ items: [EvaluatedItem]) {
    let created = Date().microsecondsSince1970
    for item in items { kept.results.append(.init(item, created: created)) }
  }

  var count: Int { kept.results.count }

  /// Where each result is, in the order of the request.
  var places: [Int] { kept.results.indices.sorted { kept.results[$0].item < kept.results[$1].item } }

  /// One result alone.
  ///
  /// - Parameter contents: the job's own, in the order of the request.
  func item(
    at place: Int, threshold: Double, contents: [Clavata_Shared_V1_ContentData], policy: CompiledPolicy
  ) -> EvaluatedItem {
    EvaluatedItem(kept.results[place], contents: contents, threshold: threshold, policy: policy)
  }

  /// What one result is called; empty where that is not kept.
  func id(at place: Int) -> String { UUID(kept.results[place].uuid)?.wire ?? "" }

  /// The results as a job shows them.
  ///
  /// - Parameter contents: the job's own, in the order of the request.
  func wire(
    job: UUID, threshold: Double, contents: [Clavata_Shared_V1_ContentData], template: ReportTemplate
  ) -> [Clavata_Shared_V1_JobResult] {
    kept.results.map { result in
      let item = EvaluatedItem(result, contents: contents, threshold: threshold, policy: template.policy)
      var report = template.message(of: item)
      report.name = kept.policyKey
      if !report.policyVersionID.isEmpty { report.policyKey = kept.policyKey }
      return .with {
        $0.uuid = UUID(result.uuid)?.wire ?? ""
        $0.jobUuid = job.wire
        $0.contentHash = item.contentHash
        $0.report = report
        $0.created = .init(Date(microsecondsSince1970: result.created))
      }
    }
  }
}

extension Gavel_Storage_V1_ItemResult {
  fileprivate init(_ item: EvaluatedItem, created: Int64) {
    self.init()
    uuid = UUID.random().data
    self.item = UInt32(clamping: item.index)
    self.created = created
    let scores = item.report.featureScores.map(\.billionths)
    least = scores.map(\.least)
    if scores.contains(where: { $0.least != $0.most }) { most = scores.map(\.most) }
    unscored = item.report.unscoredFeatures.map { UInt32(clamping: $0) }
    inputTokens = UInt32(clamping: item.usage.input)
  }
}

extension EvaluatedItem {
  /// Evaluates kept scores again.
  fileprivate init(
    _ result: Gavel_Storage_V1_ItemResult, contents: [Clavata_Shared_V1_ContentData], threshold: Double,
    policy: CompiledPolicy
  ) {
    let scores = result.least.enumerated().map { feature, least in
      Score(least: least, most: feature < result.most.count ? result.most[feature] : least)
    }
    let index = Int(result.item)
    let content = contents.indices.contains(index) ? contents[index] : .init()
    self.init(
      index: index, contentHash: content.contentHash, metadata: content.metadata,
      report: policy.evaluate(
        scores: scores, threshold: threshold, unscored: result.unscored.map { Int($0) }),
      usage: TokenUsage(input: Int(result.inputTokens), multiplier: policy.complexityScore))
  }
}

extension UUID {
  fileprivate var data: Data { withUnsafeBytes(of: uuid) { Data($0) } }

  /// Nil unless there are 16 bytes.
  fileprivate init?(_ data: Data) {
    guard data.count == 16 else { return nil }
    self = data.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }
}
