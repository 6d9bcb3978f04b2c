internal import Foundation
internal import GRPCCore
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import HTTPTypes
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Who may do what with labels' datasets, and that both transports say the same.
struct LabelDatasetAccessTests {
  private struct Attempt {
    var method = HTTPRequest.Method.post
    var path: String
    var body: String?
    /// What another account's key is answered.
    var status = 404
  }

  /// Every method, with ids that there are.
  private func attempts(_ fixture: LabelDatasetFixture, item: String, evaluation: String) -> [Attempt] {
    let (label, path, version) = (fixture.label, fixture.path, fixture.versions[0])
    let all = #""labelId": "\#(label)", "selectAll": true"#
    return [
      Attempt(path: "\(path)/items", body: #"{"contentData": {"text": "yours"}}"#),
      Attempt(path: "\(path)/items/batch", body: #"{"items": [{"contentData": {"text": "yours"}}]}"#),
      Attempt(method: .get, path: "\(path)/items"),
      Attempt(method: .get, path: "\(path)/item-ids"),
      Attempt(path: "/v1/label-dataset-items/get", body: #"{"labelDatasetItemIds": ["\#(item)"]}"#, status: 200),
      Attempt(method: .patch, path: "/v1/label-dataset-items/\(item)", body: #"{"expectedResult": 2}"#),
      Attempt(path: "/v1/label-dataset-items/update", body: "{\(all)}"),
      Attempt(
        path: "/v1/label-dataset-items/update", body: #"{"updates": [{"labelDatasetItemId": "\#(item)"}]}"#,
        status: 200),
      Attempt(path: "/v1/label-dataset-items/remove", body: "{\(all)}"),
      Attempt(path: "/v1/label-dataset-items/remove", body: #"{"labelDatasetItemIds": ["\#(item)"]}"#, status: 200),
      Attempt(method: .get, path: "\(path)/stats"),
      Attempt(path: "/v1/label-dataset-stats", body: #"{"labelIds": ["\#(label)"]}"#, status: 200),
      Attempt(path: "\(path)/evaluate", body: #"{"selectAll": true}"#),
      Attempt(method: .patch, path: "/v1/label-evaluations/\(evaluation)", body: #"{"userReviewed": true}"#),
      Attempt(method: .get, path: "/v1/label-evaluations?labelId=\(label)"),
      Attempt(method: .get, path: "/v1/label-evaluations?labelDatasetItemId=\(item)"),
      Attempt(method: .get, path: "/v1/label-evaluations?labelVersionId=\(version)"),
      Attempt(method: .get, path: "/v1/label-evaluations", status: 200),
      Attempt(method: .get, path: "\(path)/metrics"),
      Attempt(method: .get, path: "\(path)/version-metrics"),
      Attempt(
        path: "/v1/labels/\(label)/compare",
        body: #"{"currentVersionId": "\#(version)", "modifiedVersionId": "\#(version)"}"#),
    ]
  }

  /// Nothing of one account can be seen or changed with another's key, whatever id is named; and an evaluator may do
  /// nothing at all.
  @Test func accountsAndRolesAreApart() async throws {
    let fixture = try await LabelDatasetFixture()
    let rest = fixture.rest
    let other = try await rest.engine.otherAccount()
    let item = try await fixture.append("a secret cat", "FLAGGED")
    let results = try await fixture.evaluate(#""selectAll": true"#)
    let evaluation = (results.first?["evaluation"] as? [String: Any])?["evaluationId"] as? String ?? ""
    let before = try await fixture.items()
    let content = before.first?["customerContentId"] as? String ?? ""
    for attempt in attempts(fixture, item: item, evaluation: evaluation) {
      let body = attempt.body.map { Array($0.utf8) }
      let answer = try await rest.send(attempt.method, attempt.path, body: body, key: other.admin)
      #expect(answer.status == attempt.status, "\(attempt.method) \(attempt.path): \(answer.body)")
      #expect(!answer.body.contains("secret"))
      let evaluator = try await rest.send(attempt.method, attempt.path, body: body, key: rest.engine.evaluator)
      #expect(evaluator.status == 403, "\(attempt.method) \(attempt.path): \(evaluator.status)")
    }
    // Its own label does not help to an item, a content or a version of another's.
    let body = Array(#"{"name": "yours", "initialVersionText": "LABEL \"a\" { \"b\" }"}"#.utf8)
    let made = try await rest.send(.post, "/v1/labels", body: body, key: other.admin)
    let label = (made.json["label"] as? [String: Any])?["labelId"] as? String ?? ""
    for (path, body, says) in [
      ("items", #"{"customerContentId": "\#(content)"}"#, "404 customerContentId: no content has this id"),
      ("evaluate", #"{"selectAll": true, "labelVersionId": "\#(fixture.versions[0])"}"#, "404 no label version"),
    ] {
      let answer = try await rest.send(
        .post, "/v1/labels/\(label)/dataset/\(path)", body: Array(body.utf8), key: other.admin)
      #expect(answer.refusal.hasPrefix(says), "\(answer.body)")
    }
    let named = try await rest.send(
      .post, "/v1/labels/\(label)/dataset/evaluate", body: Array(#"{"labelDatasetItemIds": ["\#(item)"]}"#.utf8),
      key: other.admin)
    #expect(named.body.contains("the label's dataset has no such item") && !named.body.contains("secret"))
    #expect(RESTFixture.canonical(try await fixture.items()) == RESTFixture.canonical(before))
  }

  /// gRPC: every method answers as REST does.
  @Test func answersOverGRPC() async throws {
    let fixture = try await LabelDatasetFixture()
    let engine = fixture.rest.engine
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_LabelDatasetsService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.writer)"]
        let cat = try await client.appendItemToLabelDataset(
          .with {
            $0.labelID = fixture.label
            $0.contentData.text = "a cat"
            $0.expectedResult = .flagged
          }, metadata: metadata
        ).item.labelDatasetItemID
        let batch = try await client.batchAppendItemsToLabelDataset(
          .with {
            $0.labelID = fixture.label
            $0.items = ["a dog", "a cat"].map { text in .with { $0.contentData.text = text } }
          }, metadata: metadata)
        #expect(batch.successCount == 1 && batch.duplicateCount == 1)
        let dog = batch.results.first?.item.labelDatasetItemID ?? ""
        let updated = try await client.updateItemExpectedResult(
          .with {
            $0.labelDatasetItemID = dog
            $0.expectedResult = .flagged
          }, metadata: metadata)
        #expect(updated.item.expectedResult == .flagged)
        let changed = try await client.batchUpdateItemExpectedResult(
          .with {
            $0.updates = [
              .with {
                $0.labelDatasetItemID = dog
                $0.expectedResult = .notFlagged
              }
            ]
          }, metadata: metadata)
        #expect(changed.successCount == 1)

        let request = Clavata_Gateway_V1_EvaluateItemsRequest.with {
          $0.labelID = fixture.label
          $0.labelVersionID = fixture.versions[0]
          $0.selectAll = true
        }
        let answers = try await client.evaluateItems(request, metadata: metadata) { response in
          try await response.messages.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 2 && answers.allSatisfy { $0.evaluation.isCorrect && $0.hasReport })
        let listed = try await client.listEvaluations(.with { $0.labelID = fixture.label }, metadata: metadata)
        let reviewed = try await client.recordEvaluationFeedback(
          .with {
            $0.evaluationID = listed.evaluations.first?.evaluationID ?? ""
            $0.userReviewed = true
          }, metadata: metadata)
        #expect(listed.evaluations.count == 2 && reviewed.evaluation.userReviewed)
        let items = try await client.listLabelDatasetItems(.with { $0.labelID = fixture.label }, metadata: metadata)
        let ids = try await client.listLabelDatasetItemIds(.with { $0.labelID = fixture.label }, metadata: metadata)
        let got = try await client.batchGetLabelDatasetItems(
          .with {
            $0.labelDatasetItemIds = ids.labelDatasetItemIds
            $0.includeContentData = true
          }, metadata: metadata)
        #expect(items.totalCount == 2 && ids.labelDatasetItemIds == [dog, cat])
        #expect(got.items.map(\.item) == items.items && got.items.map(\.contentData.text) == ["a dog", "a cat"])
        let stats = try await client.getLabelDatasetStats(.with { $0.labelID = fixture.label }, metadata: metadata)
        let allStats = try await client.batchGetLabelDatasetStats(
          .with { $0.labelIds = [fixture.label] }, metadata: metadata)
        #expect(stats.correctCount == 2 && allStats.stats == [fixture.label: stats])
        let metrics = try await client.getLabelDatasetMetrics(
          .with {
            $0.labelID = fixture.label
            $0.labelVersionID = fixture.versions[0]
          }, metadata: metadata)
        #expect(metrics.truePositives == 1 && metrics.trueNegatives == 1 && metrics.freshness == .fresh)
        let all = try await client.listLabelVersionMetrics(.with { $0.labelID = fixture.label }, metadata: metadata)
        #expect(all.versionMetrics.map(\.accuracy) == [0, 1])
        let labels = Clavata_Gateway_V1_LabelsService.Client(wrapping: connection)
        let comparison = try await labels.compareLabelVersions(
          .with {
            $0.labelID = fixture.label
            $0.currentVersionID = fixture.versions[0]
            $0.modifiedVersionID = fixture.versions[1]
          }, metadata: metadata)
        #expect(comparison.changedTestCases.map(\.changeType) == ["only_current", "only_current"])
        let removed = try await client.removeItemsFromLabelDataset(
          .with { $0.labelDatasetItemIds = [cat, dog] }, metadata: metadata)
        #expect(removed.removedCount == 2)
      }
    }
  }
}
