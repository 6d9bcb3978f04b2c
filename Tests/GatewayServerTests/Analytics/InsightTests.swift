internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// What is told of one policy, or one label.
struct InsightTests {
  /// Versions, when they were first used, when each was active and by whom, and how often they matched.
  @Test func tellsAPolicysHistory() async throws {
    let rest = try await RESTFixture()
    let create = #"{"policyKey": "k", "versionText": "LABEL \"A\" { =(\"cat\") }", "metadata": {"committer": "ada"}}"#
    let made = Tree(
      try await rest.send(.post, "/v1/policies", body: Array(create.utf8), key: rest.engine.writer).json)
    let (policy, first) = (made["policyId"].text, made["versionId"].text)
    let path = "/v1/analytics/policies/\(policy)"
    #expect(Tree(try await rest.get("\(path)/received").json)["hasReceivedData"].flag == false)
    let empty = Tree(try await rest.get("\(path)/insights").json)
    #expect(empty["hasEverReceivedData"].flag == false && empty["overallHitRate"].number == 0)
    #expect(empty["deploymentHistories"].list.count == 1 && empty["deploymentHistories"][0]["hitRate"].value == nil)

    try await rest.evaluate(["a cat", "a dog", "a cat", "a cat"], policy: policy)
    let text = RESTFixture.quoted(#"LABEL "A" { =("dog") } LABEL "B" { =("cow") }"#)
    let second = Tree(
      try await rest.send(
        .post, "/v1/policies/\(policy)/versions",
        #"{"versionText": \#(text), "activate": true, "metadata": {"committer": "bob"}}"#
      ).json)["versionId"].text
    try await rest.evaluate(["a cat", "a dog"], policy: policy)
    let back = try await rest.send(
      .put, "/v1/policies/\(policy)/active-version", #"{"activeVersionId": "\#(first)"}"#)
    #expect(back.status == 200)

    let insights = Tree(try await rest.get("\(path)/insights").json)
    #expect(insights["hasEverReceivedData"].flag == true)
    #expect(abs(insights["overallHitRate"].number - 4.0 / 6) < 1e-6)
    #expect(insights["versionMarkers"].list.map { $0["versionId"].text } == [first, second])
    #expect(insights["versionMarkers"].list.map { $0["sequentialVersion"].number } == [1, 2])
    let outcomes = insights["labelOutcomesDaily"].list
    #expect(Set(outcomes.map { $0["label"].text }) == ["A", "B"])
    let total = outcomes.filter { $0["label"].text == "A" }.reduce(0) { $0 + $1["total"].number }
    let trues = outcomes.filter { $0["label"].text == "A" }.reduce(0) { $0 + $1["trueCount"].number }
    #expect(total == 6 && trues == 4)
    #expect(outcomes.allSatisfy { $0["policyId"].text == policy && $0["day"].text.hasSuffix("T00:00:00Z") })

    let history = insights["deploymentHistories"].list
    #expect(history.map { $0["policyVersionId"].text } == [first, second, first])
    #expect(history.map { $0["sequentialVersion"].number } == [1, 2, 1])
    #expect(history.map { $0["versionAuthorName"].text } == ["ada", "bob", "ada"])
    #expect(history.map { $0["deployedByUserId"].text } == ["admin", "admin", "writer"])
    #expect(history.map { $0["deployedByName"].text } == ["admin", "admin", "writer"])
    #expect(history[0]["deployedUntil"].value == nil)
    #expect(history[1]["deployedUntil"].text == history[0]["deployedAt"].text)
    #expect(history.map { ($0["hitRate"].number * 100).rounded() } == [75, 50, 75])
    #expect(history[1]["complexityScore"].number > 1)

    let labels = Tree(try await rest.get("\(path)/labels").json)
    #expect(labels["labels"].list.map(\.text) == ["A", "B"])
    #expect(labels["policyVersionIds"].list.map(\.text) == [first, second])
    #expect(Tree(try await rest.get("\(path)/received").json)["hasReceivedData"].flag == true)

    // A person is named, whichever key it was.
    let ada = try await rest.person("ada@example.com", "POLICY_WRITER")
    #expect(
      try await rest.status(
        .put, "/v1/policies/\(policy)/active-version", #"{"activeVersionId": "\#(second)"}"#, key: ada.key) == 200)
    let later = Tree(try await rest.get("\(path)/insights").json)["deploymentHistories"].list
    #expect(later.first?["deployedByUserId"].text == ada.id && later.first?["deployedByName"].text == "Ada")
  }

  /// A range narrows figures and deployments; the policies with content are those with figures in it.
  @Test func keepsToTheRange() async throws {
    let rest = try await RESTFixture()
    try await rest.evaluate(["a cat"])
    let idle = try await rest.engine.policy(#"LABEL "A" { =("cat") }"#, key: "idle")
    let now = Date()
    func range(_ start: Double, _ end: Double) -> String {
      "dateRange.start=\(now.addingTimeInterval(start).formatted(.iso8601))"
        + "&dateRange.end=\(now.addingTimeInterval(end).formatted(.iso8601))"
    }
    for (query, count) in [("", 1.0), (range(-3_600, 3_600), 1), (range(-7_200, -3_600), 0), (range(3_600, 7_200), 0)] {
      let insights = Tree(try await rest.get("/v1/analytics/policies/\(rest.policyID)/insights?\(query)").json)
      let animals = insights["labelOutcomesDaily"].list.filter { $0["label"].text == "Animals" }
      #expect(animals.reduce(0) { $0 + $1["total"].number } == count, "\(query)")
      #expect(insights["hasEverReceivedData"].flag == true)
      let policies = Tree(try await rest.get("/v1/analytics/policies?\(query)").json)["policies"].list
      #expect(policies.map { $0["policyId"].text } == (count == 1 ? [rest.policyID] : []), "\(query)")
    }
    let before = Tree(
      try await rest.get("/v1/analytics/policies/\(rest.policyID)/insights?\(range(-7_200, -3_600))").json)
    #expect(before["versionMarkers"].list.isEmpty && before["deploymentHistories"].list.isEmpty)
    #expect(before["dateRange"]["start"].text.hasSuffix("Z"))
    let unused = Tree(try await rest.get("/v1/analytics/policies/\(idle)/labels").json)
    #expect(unused["labels"].list.map(\.text) == ["A"] && unused["policyVersionIds"].list.count == 1)
    let endless = try await rest.get(
      "/v1/analytics/policies/\(rest.policyID)/insights?dateRange.end=9999-12-31T23:59:59Z")
    #expect(Tree(endless.json)["dateRange"]["end"].text == "9999-12-31T23:59:59Z", "\(endless.body)")
    let refused = try await rest.get(
      "/v1/analytics/policies/\(rest.policyID)/insights?dateRange.start=2026-02-01T00:00:00Z&dateRange.end=2026-01-01T00:00:00Z"
    )
    #expect(refused.status == 400)
  }

  /// A label's versions are told apart, day by day.
  @Test func tellsALabelsVersionsApart() async throws {
    let rest = try await RESTFixture()
    let (label, first) = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    let path = "/v1/analytics/labels/\(label)"
    #expect(Tree(try await rest.get("\(path)/received").json)["hasReceivedData"].flag == false)
    let version = try await rest.labelVersion(label, #"LABEL "Cats" { =("kitten") }"#)
    let second = Tree(version.json)["labelVersion"]["labelVersionId"].text
    for (text, versions) in [("a cat", [first]), ("a kitten", [first, second]), ("a cat", [second])] {
      let ids = versions.map { "\"\($0)\"" }.joined(separator: ",")
      let answer = try await rest.send(
        .post, "/v1/labels/evaluate", #"{"labelVersionIds": [\#(ids)], "contentData": {"text": "\#(text)"}}"#)
      #expect(answer.status == 200, "\(answer.body)")
    }
    let insights = Tree(try await rest.get("\(path)/insights").json)
    for (version, counts) in [(first, [1.0, 1.0]), (second, [1, 1])] {
      let own = insights["labelOutcomesDaily"].list.filter { $0["labelVersionId"].text == version }
      let sums = ["trueCount", "falseCount"].map { name in own.reduce(0) { $0 + $1[name].number } }
      #expect(sums == counts)
      #expect(own.allSatisfy { $0["label"].text == "Cats" })
    }
    #expect(insights["overallHitRate"].number == 0.5 && insights["hasEverReceivedData"].flag == true)
    #expect(Set(insights["versionMarkers"].list.map { $0["versionId"].text }) == [first, second])
    #expect(insights["versionMarkers"].list.map { $0["sequentialVersion"].number }.sorted() == [1, 2])
    #expect(Tree(try await rest.get("\(path)/received").json)["hasReceivedData"].flag == true)
  }

  /// A label that nothing here can score is in no total, and in no entry of the feed; the others are.
  @Test func leavesOutWhatNobodyCouldTell() async throws {
    let rest = try await RESTFixture()
    let policy = try await rest.engine.policy(
      #"LABEL "Meaning" { "something meant" } LABEL "Word" { =("cat") }"#, key: "both"
    ).uuidString.lowercased()
    try await rest.evaluate(["a cat", "a dog"], policy: policy)
    let insights = Tree(try await rest.get("/v1/analytics/policies/\(policy)/insights").json)
    let outcomes = insights["labelOutcomesDaily"].list
    let totals = ["Meaning", "Word"].map { name in
      outcomes.filter { $0["label"].text == name }.reduce(0) { $0 + $1["total"].number }
    }
    #expect(totals == [0, 2])
    #expect(outcomes.filter { $0["label"].text == "Meaning" }.allSatisfy { $0["truePercentage"].number == 0 })
    #expect(insights["overallHitRate"].number == 0.5)
    let feed = Tree(try await rest.get("/v1/analytics/content-feed?policyId=\(policy)").json)["entries"].list
    #expect(feed.map { $0["labels"].list.map { $0["labelName"].text } } == [["Word"], ["Word"]])
  }
}
