internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import Storage
internal import SwiftProtobuf

/// A job whose results a feed shows, read.
struct FeedJob {
  let record: JobRecord
  let summary: Clavata_Shared_V1_Job
  let results: KeptResults
  let policy: CompiledPolicy

  /// A result's labels, as far as they could be scored, in the order of the policy.
  func labels(at place: Int) -> [FeedLabel] { labels(of: item(at: place)) }

  private func item(at place: Int) -> EvaluatedItem {
    results.item(at: place, threshold: record.threshold, contents: summary.contentData, policy: policy)
  }

  private func labels(of item: EvaluatedItem) -> [FeedLabel] {
    zip(policy.labels, item.report.labels).compactMap { label, result in
      switch result.verdict.outcome {
      case .true, .false: FeedLabel(name: label.name, confidence: result.verdict.score)
      case .failed, .unsettled: nil
      }
    }
  }

  /// A result as the feed shows it, without what its content was.
  func entry(at place: Int) -> Clavata_Gateway_V1_ContentFeedEntry {
    let item = item(at: place)
    return .with {
      $0.jobResultID = results.id(at: place)
      $0.entryTimestamp = .init(record.created)
      $0.policyID = record.policyID?.wire ?? ""
      $0.policyVersionID = record.policyVersionID?.wire ?? ""
      $0.contentData =
        summary.contentData.indices.contains(item.index) ? summary.contentData[item.index] : .init()
      $0.labels = labels(of: item).map { label in
        .with {
          $0.labelName = label.name
          $0.confidence = label.confidence
          $0.threshold = record.threshold
        }
      }
      $0.labelID = summary.labelID
      $0.labelVersionID = summary.labelVersionID
    }
  }
}
