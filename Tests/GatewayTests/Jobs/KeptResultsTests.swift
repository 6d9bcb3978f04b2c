internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// Results that are kept as scores.
struct KeptResultsTests {
  /// What was kept makes the reports that were sent, failed features and those left out among them.
  @Test(arguments: ReportSamples.policies, [false, true])
  func reportsAreMadeAgain(policy: String, isExpedited: Bool) throws {
    let template = try ReportSamples.template(policy)
    var random = SeededGenerator(seed: 4)
    var kept = KeptResults(policyKey: "a \"key\"")
    var items: [EvaluatedItem] = []
    var contents: [Clavata_Shared_V1_ContentData] = []
    for index in 0..<100 {
      let content = Clavata_Shared_V1_ContentData.with {
        $0.text = "text \(index)"
        $0.metadata = ["place": "\(index)"]
      }
      var item = ReportSamples.item(index: index, policy: template.policy, isExpedited: isExpedited, using: &random)
      item.contentHash = content.contentHash
      item.metadata = content.metadata
      // One job has one threshold.
      item.report = template.policy.evaluate(
        scores: item.report.featureScores, threshold: 0.4, unscored: item.report.unscoredFeatures)
      items.append(item)
      contents.append(content)
    }
    // Results are kept in the order in which they came.
    items.shuffle(using: &random)
    kept.append(Array(items[..<40]))
    kept.append(Array(items[40...]))
    let job = UUID()
    let results = try KeptResults(serialized: kept.serialized())
      .wire(job: job, threshold: 0.4, contents: contents, template: template)
    #expect(results.map(\.report) == items.map { template.message(of: $0) })
    #expect(results.map(\.contentHash) == items.map(\.contentHash))
    #expect(results.allSatisfy { $0.jobUuid == job.uuidString.lowercased() })
    #expect(Set(results.map(\.uuid)).count == items.count)
  }

  /// A report names the policy as it was called when it was made.
  @Test func namesThePolicyOfThen() throws {
    let template = try ReportSamples.template(ReportSamples.policies[0])
    var random = SeededGenerator(seed: 5)
    var kept = KeptResults(policyKey: "its old key")
    kept.append([ReportSamples.item(index: 0, policy: template.policy, isExpedited: false, using: &random)])
    let results = kept.wire(job: UUID(), threshold: 0.5, contents: [.with { $0.text = "t" }], template: template)
    #expect(results.map(\.report.policyKey) == ["its old key"])
    #expect(results.map(\.report.name) == ["its old key"])
  }
}
