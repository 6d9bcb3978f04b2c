internal import Foundation
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// The figures against a naive recount of what the jobs themselves show.
struct FigureDifferenceTests {
  private struct Count: Equatable {
    var reviews = 0.0
    var hits = 0.0
    var tokens = 0.0
    /// By label: how often it was true, how often false.
    var labels: [String: [Double]] = [:]
  }

  /// Random jobs of random policies and versions, streamed and kept, come to the same sums either way.
  @Test(arguments: 0..<4) func agreeWithTheJobs(_ seed: UInt64) async throws {
    let rest = try await RESTFixture()
    var random = SeededGenerator(seed: seed)
    let words = ["cat", "dog", "rain", "snow", "cats and dogs", "stone"]
    var policies = [rest.policyID]
    for index in 0..<2 {
      let text = #"LABEL "Stones" { =("stone") } LABEL "Snow" { =("snow") UNLESS { =("rain") } }"#
      policies.append(try await rest.engine.policy(text, key: "other \(index)").uuidString.lowercased())
    }
    let label = try await rest.label("Cats", #"LABEL "Cats" { =("cat") }"#)
    for round in 0..<40 {
      let policy = policies.randomElement(using: &random) ?? ""
      let texts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<3).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      }
      try await rest.evaluate(texts, policy: policy)
      if round % 10 == 5 {
        let text = RESTFixture.quoted(#"LABEL "Rain" { =("rain") } LABEL "Animals" { =("dog") }"#)
        let answer = try await rest.send(
          .post, "/v1/policies/\(policy)/versions", #"{"versionText": \#(text), "activate": true}"#)
        #expect(answer.status == 200)
      }
      if round % 3 == 0 {
        let answer = try await rest.send(
          .post, "/v1/labels/evaluate",
          #"{"labelVersionIds": ["\#(label.version)"], "contentData": {"text": "\#(texts[0])"}}"#)
        #expect(answer.status == 200)
      }
    }

    var recount: [String: Count] = [:]
    let jobs = Tree(try await rest.get("/v1/jobs?pageSize=1000").json)["jobs"].list
    #expect(jobs.count == 54)
    for job in jobs {
      let subject = job["policyId"].text.isEmpty ? job["labelId"].text : job["policyId"].text
      for result in job["results"].list {
        let report = result["report"]
        var count = recount[subject] ?? Count()
        count.reviews += 1
        count.tokens += report["tokenUsage"]["billedTokens"].number
        if report["labelMatches"].value as? [String: Any] != nil,
          (report["labelMatches"].value as? [String: Any])?.isEmpty == false
        {
          count.hits += 1
        }
        for section in report["sectionEvaluationReports"].list {
          let isTrue = section["result"].text == "OUTCOME_TRUE"
          count.labels[section["name"].text, default: [0, 0]][isTrue ? 0 : 1] += 1
        }
        recount[subject] = count
      }
    }
    #expect(recount.count == 4)

    let usage = Tree(try await rest.usage())
    for policy in policies {
      let expected = try #require(recount[policy])
      let insights = Tree(try await rest.get("/v1/analytics/policies/\(policy)/insights").json)
      var actual = Count()
      for outcome in insights["labelOutcomesDaily"].list {
        #expect(outcome["total"].number == outcome["trueCount"].number + outcome["falseCount"].number)
        let share = outcome["trueCount"].number / outcome["total"].number * 100
        #expect(abs(outcome["truePercentage"].number - share) < 1e-9)
        actual.labels[outcome["label"].text, default: [0, 0]][0] += outcome["trueCount"].number
        actual.labels[outcome["label"].text, default: [0, 0]][1] += outcome["falseCount"].number
      }
      let summary = usage["policySummaries"].list.first { $0["policyId"].text == policy }
      actual.reviews = try #require(summary)["reviewCount"].number
      actual.tokens = insights["totalTokens"].number
      actual.hits = (insights["overallHitRate"].number * actual.reviews).rounded()
      #expect(actual == expected)
      #expect(summary?["textTokens"].number == expected.tokens)
      #expect(abs(insights["overallHitRate"].number - expected.hits / expected.reviews) < 1e-6)
    }
    let expected = try #require(recount[label.label])
    let insights = Tree(try await rest.get("/v1/analytics/labels/\(label.label)/insights").json)
    let outcomes = insights["labelOutcomesDaily"].list
    #expect(outcomes.map(\.["trueCount"].number).reduce(0, +) == expected.labels["Cats"]?[0])
    #expect(outcomes.map(\.["falseCount"].number).reduce(0, +) == expected.labels["Cats"]?[1])
    #expect(insights["totalTokens"].number == expected.tokens)
    #expect(abs(insights["overallHitRate"].number - expected.hits / expected.reviews) < 1e-9)

    // The feed has an entry for each result.
    let feed = Tree(try await rest.get("/v1/analytics/content-feed?limit=1000").json)["entries"].list
    #expect(Double(feed.count) == recount.values.reduce(0) { $0 + $1.reviews })
    let ids = Set(jobs.flatMap { $0["results"].list.map { $0["uuid"].text } })
    #expect(Set(feed.map { $0["jobResultId"].text }) == ids)
  }
}
