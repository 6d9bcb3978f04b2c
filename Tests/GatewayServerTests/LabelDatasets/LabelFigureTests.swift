internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Counts, figures, reviews and comparisons over REST.
struct LabelFigureTests {
  private func counts(_ json: [String: Any]) -> [Int?] {
    ["truePositives", "falsePositives", "falseNegatives", "trueNegatives"].map { json[$0] as? Int }
  }

  /// A dataset on which the first version has one of each kind of result, and the second is right but once.
  private func fixture() async throws -> (LabelDatasetFixture, items: [String]) {
    let fixture = try await LabelDatasetFixture()
    let items = [
      try await fixture.append("a cat", "FLAGGED"),
      try await fixture.append("the word cat", "NOT_FLAGGED"),
      try await fixture.append("a kitten", "FLAGGED"),
      try await fixture.append("a dog", "NOT_FLAGGED"),
      try await fixture.append("a mouse"),
    ]
    return (fixture, items)
  }

  /// The figures follow from the results of the version that is named, else of the newest.
  @Test func tellsFigures() async throws {
    let (fixture, _) = try await fixture()
    let before = try await fixture.metrics()
    #expect(counts(before) == [0, 0, 0, 0] && before["accuracy"] as? Double == 0)
    #expect(before["lastEvaluatedAt"] == nil && before["freshness"] as? String == "LABEL_METRICS_FRESHNESS_UNTESTED")
    for version in fixture.versions {
      _ = try await fixture.evaluate(#""selectAll": true, "labelVersionId": "\#(version)""#)
    }
    let first = try await fixture.metrics("labelVersionId=\(fixture.versions[0])")
    #expect(counts(first) == [1, 1, 1, 1])
    let figures = ["accuracy", "precision", "recall", "f1Score"]
    #expect(figures.map { first[$0] as? Double } == [0.5, 0.5, 0.5, 0.5])
    let newest = try await fixture.metrics()
    #expect(counts(newest) == [2, 1, 0, 1])
    #expect(figures.map { newest[$0] as? Double } == [0.75, 2.0 / 3, 1, 0.8])
    let items = ["totalItemCount", "evaluableItemCount", "evaluatedItemCount"].map { newest[$0] as? Int }
    #expect(items == [5, 4, 4] && newest["freshness"] as? String == "LABEL_METRICS_FRESHNESS_FRESH")
    for time in ["lastEvaluatedAt", "labelUpdatedAt", "evaluableDatasetUpdatedAt"] {
      #expect((newest[time] as? String)?.isEmpty == false, "\(time)")
    }
    let some = try await fixture.metrics(
      "labelVersionId=\(fixture.versions[0])&listFilters.filterByMatchType=MATCH_TYPE_FALSE_POSITIVE")
    #expect(counts(some) == [0, 1, 0, 0] && some["totalItemCount"] as? Int == 1)
    let none = try await fixture.metrics("listFilters.filterBySearchQuery=nowhere")
    #expect(none["freshness"] as? String == "LABEL_METRICS_FRESHNESS_NOTHING_TO_TEST")
    let versions = fixture.versions
    let contradiction = try await fixture.rest.get(
      "\(fixture.path)/metrics?labelVersionId=\(versions[0])&listFilters.filterByEvalLabelVersionId=\(versions[1])")
    #expect(contradiction.refusal.hasPrefix("400 listFilters.filterByEvalLabelVersionId: is another version"))
    let filtered = try await fixture.metrics("listFilters.filterByEvalLabelVersionId=\(versions[0])")
    #expect(RESTFixture.canonical(filtered) == RESTFixture.canonical(first))
  }

  /// How fresh figures are, through a dataset's life: what is changed back counts for nothing.
  @Test func staysFreshOrTellsWhyNot() async throws {
    let fixture = try await LabelDatasetFixture()
    #expect(try await fixture.freshness(0) == "NO_DATASET")
    let cat = try await fixture.append("a cat")
    #expect(try await fixture.freshness(0) == "NOTHING_TO_TEST")
    try await fixture.expect("FLAGGED", of: cat)
    #expect(try await fixture.freshness(0) == "UNTESTED")
    let named = #""labelVersionId": "\#(fixture.versions[0])""#
    _ = try await fixture.evaluate(#""selectAll": true, \#(named)"#)
    #expect(try await fixture.freshness(0) == "FRESH")
    #expect(try await fixture.freshness(1) == "UNTESTED")
    try await fixture.expect("NOT_FLAGGED", of: cat)
    #expect(try await fixture.freshness(0) == "STALE EVALUABLE_DATASET_CHANGED")
    // The figures are still those of the evaluation.
    #expect(counts(try await fixture.metrics("labelVersionId=\(fixture.versions[0])")) == [1, 0, 0, 0])
    try await fixture.expect("FLAGGED", of: cat)
    #expect(try await fixture.freshness(0) == "FRESH")
    let dog = try await fixture.append("a dog", "NOT_FLAGGED")
    #expect(try await fixture.freshness(0) == "STALE EVALUABLE_DATASET_CHANGED UNEVALUATED_EVALUABLE_ITEMS")
    _ = try await fixture.evaluate(#""labelDatasetItemIds": ["\#(cat)"], \#(named)"#)
    #expect(try await fixture.freshness(0) == "STALE UNEVALUATED_EVALUABLE_ITEMS")
    _ = try await fixture.evaluate(#""labelDatasetItemIds": ["\#(dog)"], \#(named)"#)
    #expect(try await fixture.freshness(0) == "FRESH")
    _ = try await fixture.append("a mouse")
    #expect(try await fixture.freshness(0) == "FRESH")
    _ = try await fixture.rest.send(
      .post, "/v1/label-dataset-items/remove", #"{"labelDatasetItemIds": ["\#(dog)"]}"#)
    #expect(try await fixture.freshness(0) == "FRESH")
    try await fixture.expect("UNSPECIFIED", of: cat)
    #expect(try await fixture.freshness(0) == "NOTHING_TO_TEST")
  }

  /// All versions' figures are listed, newest first, each as it is by itself.
  @Test func listsVersions() async throws {
    let (fixture, _) = try await fixture()
    _ = try await fixture.evaluate(#""selectAll": true, "labelVersionId": "\#(fixture.versions[0])""#)
    let answer = try await fixture.rest.get("\(fixture.path)/version-metrics")
    let listed = answer.json["versionMetrics"] as? [[String: Any]] ?? []
    #expect(listed.map { $0["labelVersionId"] as? String } == fixture.versions.reversed())
    #expect(answer.json["totalItemCount"] as? Int == 5 && answer.json["evaluableItemCount"] as? Int == 4)
    for var each in listed {
      let version = each.removeValue(forKey: "labelVersionId") as? String ?? ""
      let own = try await fixture.metrics("labelVersionId=\(version)")
      #expect(RESTFixture.canonical(each) == RESTFixture.canonical(own))
      #expect(each["evaluableDatasetUpdatedAt"] as? String == answer.json["evaluableDatasetUpdatedAt"] as? String)
    }
  }

  /// A dataset's counts are of each item's latest evaluation, and a review takes an item off the list of what needs one.
  @Test func countsAndReviews() async throws {
    let (fixture, items) = try await fixture()
    let names = [
      "totalItemCount", "expectedFlaggedCount", "expectedNotFlaggedCount", "unspecifiedCount", "evaluatedCount",
      "unevaluatedCount", "correctCount", "incorrectCount", "staleCount", "needsReviewCount",
    ]
    func stats() async throws -> [Int?] {
      let json = try await fixture.rest.get("\(fixture.path)/stats").json
      return names.map { json[$0] as? Int }
    }
    #expect(try await stats() == [5, 2, 2, 1, 0, 5, 0, 0, 0, 0])
    let named = items.dropLast().map { "\"\($0)\"" }.joined(separator: ",")
    _ = try await fixture.evaluate(
      #""labelDatasetItemIds": [\#(named)], "labelVersionId": "\#(fixture.versions[0])""#)
    #expect(try await stats() == [5, 2, 2, 1, 4, 1, 2, 2, 0, 2])
    let wrong = try await fixture.rest.get("/v1/label-evaluations?labelId=\(fixture.label)&filterByIncorrect=true")
    let evaluations = wrong.json["evaluations"] as? [[String: Any]] ?? []
    let id = evaluations.first?["evaluationId"] as? String ?? ""
    let reviewed = try await fixture.rest.send(
      .patch, "/v1/label-evaluations/\(id)", #"{"userReviewed": true, "userFeedback": "the word alone"}"#)
    let evaluation = try #require(reviewed.json["evaluation"] as? [String: Any], "\(reviewed.body)")
    #expect(evaluations.count == 2 && evaluation["userReviewed"] as? Bool == true)
    #expect(evaluation["userFeedback"] as? String == "the word alone" && evaluation["evaluationId"] as? String == id)
    let told = try await fixture.rest.get("/v1/label-evaluations?filterByHasFeedback=true")
    #expect((told.json["evaluations"] as? [Any])?.count == 1)
    #expect(try await stats() == [5, 2, 2, 1, 4, 1, 2, 2, 0, 1])
    try await fixture.expect("NOT_FLAGGED", of: items[0])
    #expect(try await stats() == [5, 1, 3, 1, 4, 1, 2, 2, 1, 1])
    let strange = UUID().uuidString
    let all = try await fixture.rest.send(
      .post, "/v1/label-dataset-stats", #"{"labelIds": ["\#(fixture.label)", "\#(strange)"]}"#)
    let each = all.json["stats"] as? [String: [String: Any]] ?? [:]
    #expect(each.keys.sorted() == [fixture.label] && each[fixture.label]?["staleCount"] as? Int == 1)
  }

  /// Evaluations are listed in pages, latest first, each once.
  @Test func listsEvaluations() async throws {
    let (fixture, items) = try await fixture()
    for version in fixture.versions {
      _ = try await fixture.evaluate(#""selectAll": true, "labelVersionId": "\#(version)""#)
    }
    var ids: [String] = []
    var token = ""
    repeat {
      let answer = try await fixture.rest.get("/v1/label-evaluations?pageSize=3&pageToken=\(token)")
      let page = answer.json["evaluations"] as? [[String: Any]] ?? []
      #expect((1...3).contains(page.count))
      ids += page.compactMap { $0["evaluationId"] as? String }
      token = answer.json["nextPageToken"] as? String ?? ""
    } while !token.isEmpty && ids.count < 20
    #expect(ids.count == 10 && Set(ids).count == 10)
    let own = try await fixture.rest.get("/v1/label-evaluations?labelDatasetItemId=\(items[0])")
    let versions = (own.json["evaluations"] as? [[String: Any]] ?? []).map { $0["labelVersionId"] as? String }
    #expect(versions == fixture.versions.reversed())
    for (query, says) in [
      ("pageSize=1001", "400 pageSize: must be"), ("pageToken=x", "400 pageToken: is not one"),
      ("labelId=x", "400 labelId: must be a UUID"), ("labelId=\(UUID())", "404 no label has the id"),
      ("labelDatasetItemId=\(UUID())", "404 no label dataset item"),
      ("labelVersionId=\(UUID())", "404 no label version"),
    ] {
      let answer = try await fixture.rest.get("/v1/label-evaluations?\(query)")
      #expect(answer.refusal.hasPrefix(says), "\(answer.body)")
    }
    let long = try await fixture.rest.send(
      .patch, "/v1/label-evaluations/\(ids[0])", #"{"userFeedback": "\#(String(repeating: "x", count: 4_097))"}"#)
    #expect(long.refusal == "400 userFeedback: must be at most 4096 bytes")
  }

  /// Two versions are compared by what is kept of them: figures, differences, and the items on which they differ.
  @Test func compares() async throws {
    let (fixture, items) = try await fixture()
    let long = try await fixture.append("cat " + String(repeating: "x", count: 2_000))
    for version in fixture.versions {
      let named = items.map { "\"\($0)\"" }.joined(separator: ",")
      _ = try await fixture.evaluate(#""labelDatasetItemIds": [\#(named)], "labelVersionId": "\#(version)""#)
    }
    _ = try await fixture.evaluate(
      #""labelDatasetItemIds": ["\#(long)"], "labelVersionId": "\#(fixture.versions[0])""#)
    let answer = try await fixture.rest.send(
      .post, "/v1/labels/\(fixture.label)/compare",
      #"{"currentVersionId": "\#(fixture.versions[0])", "modifiedVersionId": "\#(fixture.versions[1])"}"#)
    #expect(answer.status == 200, "\(answer.body)")
    for (name, version) in zip(["currentVersion", "modifiedVersion"], fixture.versions) {
      #expect((answer.json[name] as? [String: Any])?["labelVersionId"] as? String == version)
    }
    let current = try #require(answer.json["currentMetrics"] as? [String: Any])
    let modified = try #require(answer.json["modifiedMetrics"] as? [String: Any])
    #expect(counts(current) == [1, 1, 1, 1] && counts(modified) == [2, 1, 0, 1])
    #expect(current["totalEvaluated"] as? Int == 4 && modified["recall"] as? Double == 1)
    let deltas = answer.json["metricsDeltas"] as? [[String: Any]] ?? []
    #expect(deltas.map { $0["metric"] as? String } == ["accuracy", "precision", "recall", "f1_score"])
    #expect(deltas.allSatisfy { $0["improved"] as? Bool == true })
    #expect(deltas.first?["delta"] as? Double == 0.25 && deltas.first?["deltaPercent"] as? Double == 50)
    let changed = answer.json["changedTestCases"] as? [[String: Any]] ?? []
    #expect(changed.map { $0["labelDatasetItemId"] as? String } == [items[2], long])
    #expect(changed.map { $0["changeType"] as? String } == ["fixed", "only_current"])
    #expect(changed.first?["contentText"] as? String == "a kitten")
    #expect(changed.first?["expectedResult"] as? String == "FLAGGED")
    #expect(changed.first?["currentActual"] as? String == "NOT_FLAGGED")
    #expect(changed.first?["modifiedActual"] as? String == "FLAGGED")
    #expect((changed.last?["contentText"] as? String)?.count == 1_000 && changed.last?["modifiedActual"] == nil)
    #expect(changed.last?["expectedResult"] as? String == "UNSPECIFIED")
    let bare = try await fixture.rest.send(.post, "/v1/labels/\(fixture.label)/compare", "{}")
    #expect(bare.refusal == "400 currentVersionId: is required")
    let other = try await LabelDatasetFixture(fixture.rest, named: "others")
    let strange = try await fixture.rest.send(
      .post, "/v1/labels/\(fixture.label)/compare",
      #"{"currentVersionId": "\#(fixture.versions[0])", "modifiedVersionId": "\#(other.versions[0])"}"#)
    #expect(strange.refusal == "404 the label has no version with the id \(other.versions[0])")
  }
}
