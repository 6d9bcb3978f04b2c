import Foundation
import PolicyEvaluation
import SignalScoring
import TestSupport
import Testing

@testable import RemoteModels

/// Against a scripted server, over a real socket: what a server that works is asked and how it is read.
@Suite struct RemoteScorerTests {
  /// A score is the odds of yes, over all spellings; each feature its own, in order.
  @Test func scoresByTheFirstToken() async throws {
    try await RemoteFixture.run { request, _ in
      request.text(of: "user")?.contains("dogs") == true
        ? .answer(Completion.tokens([("Yes", 0.6), (" yes", 0.2), ("No", 0.2)]))
        : .answer(Completion.tokens([("No", 0.9), ("Yes", 0.1)]))
    } _: { fixture in
      let results = try await fixture.score(
        "a dog barks", [.concept("dogs"), .question("is it sad"), .concept("cats")])
      #expect(isNear(results[0].score, 0.8) && isNear(results[1].score, 0.1) && isNear(results[2].score, 0.1))
      #expect(results.count == 3)
      let request = try #require(fixture.server.requests.first)
      #expect(request.uri == "/v1/chat/completions" && request.authorization == "Bearer \(RemoteFixture.key)")
      #expect(request.json["model"] as? String == RemoteFixture.model)
      #expect(request.json["max_tokens"] as? Int == 1 && request.json["top_logprobs"] as? Int == 20)
    }
  }

  /// The content, then the question: the same beginning in every request about it.
  @Test func theContentComesFirst() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture in
      _ = try await fixture.score("a dog barks", [.concept("dogs"), .concept("cats"), .sentiment("calm")])
      let systems = Set(fixture.server.requests.map { $0.text(of: "system") })
      let beginnings = Set(
        fixture.server.requests.map { request in
          request.text(of: "user")?.components(separatedBy: "Question: ").first
        })
      #expect(systems.count == 1 && beginnings.count == 1 && beginnings.first??.contains("a dog barks") == true)
    }
  }

  /// Never more requests at once than there are slots, over all contents together.
  @Test func requestsAreBounded() async throws {
    try await RemoteFixture.run(slots: 2) { _, _ in
      .late(milliseconds: 5, Completion.yes(0.5))
    } _: { fixture in
      let kinds = (0..<5).map { Feature.Kind.concept("signal \($0)") }
      try await withThrowingTaskGroup(of: Int.self) { group in
        for content in 0..<3 {
          group.addTask { try await fixture.score("text \(content)", kinds).compactMap(\.score).count }
        }
        for try await scored in group { #expect(scored == 5) }
      }
      #expect(fixture.server.requests.count == 15 && fixture.server.mostOpenRequests <= 2)
      #expect(fixture.endpoint.limiter.load == (0, 0))
    }
  }

  /// A content's questions follow one another while other contents wait, so that a server with one prefix a slot reads
  /// each content once.
  @Test func contentsDoNotTakeTurns() async throws {
    try await RemoteFixture.run(slots: 1) { _, _ in
      .late(milliseconds: 5, Completion.yes(0.5))
    } _: { fixture in
      let kinds = (0..<4).map { Feature.Kind.concept("signal \($0)") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for content in 0..<5 { group.addTask { _ = try await fixture.score("text \(content)", kinds) } }
        try await group.waitForAll()
      }
      let contents = fixture.server.requests.map { $0.text(of: "user")?.components(separatedBy: "END CONTENT").first }
      let changes = zip(contents, contents.dropFirst()).count { $0 != $1 }
      #expect(contents.count == 20 && changes == 4)
    }
  }

  /// But a content with many questions does not keep the others waiting for all of them.
  @Test func longPoliciesLetOthersIn() async throws {
    try await RemoteFixture.run(slots: 1) { request, _ in
      request.text(of: "user")?.contains("short") == true
        ? .answer(Completion.yes(0.5)) : .late(milliseconds: 5, Completion.yes(0.5))
    } _: { fixture in
      let kinds = (0..<3 * QuestionRound.questionsInARow).map { Feature.Kind.concept("signal \($0)") }
      async let long = fixture.score("long", kinds)
      try await fixture.server.until { !$0.requests.isEmpty }
      _ = try await fixture.score("short")
      #expect(fixture.server.requests.count <= 2 * QuestionRound.questionsInARow + 2)
      #expect(try await long.allSatisfy { $0.score != nil })
    }
  }

  /// Positions asked for by themselves are the only ones asked.
  @Test func scoresSomePositions() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture in
      let features = ["dogs", "cats", "birds"].map { Feature(kind: .concept($0)) }
      let signals = try #require(try await fixture.scorer.prepare(features) as? any SelectiveSignals)
      let results = try await signals.score(TextContent(hash: "a", text: "a"), only: [2])
      #expect(results.count == 1 && fixture.server.requests.count == 1)
      #expect(fixture.server.requests[0].text(of: "user")?.contains("birds") == true)
    }
  }

  /// A server that gives no log-probabilities is asked for an object, and from then on at once.
  @Test func fallsBackToStructuredOutput() async throws {
    try await RemoteFixture.run { request, _ in
      .answer(Completion.text(request.json["response_format"] == nil ? "Yes" : #"{"probability": 0.75}"#))
    } _: { fixture async throws in
      #expect(try await fixture.score("one", [.concept("dogs"), .concept("cats")]).map(\.score) == [0.75, 0.75])
      #expect(fixture.server.requests.map { $0.json["response_format"] != nil } == [false, true, true])
      #expect(try await fixture.score("two").map(\.score) == [0.75])
      #expect(fixture.server.requests.count == 4 && fixture.endpoint.way.way == .structured)
    }
  }

  /// So is one that refuses to be asked for them.
  @Test func fallsBackWhereLogProbabilitiesAreRefused() async throws {
    try await RemoteFixture.run { request, _ in
      request.json["logprobs"] == nil
        ? .answer(Completion.text(#"{"probability": 0.75}"#)) : .answer(status: 400, "{}")
    } _: { fixture async throws in
      #expect(try await fixture.score("one").map(\.score) == [0.75])
      #expect(fixture.endpoint.way.way == .structured)
    }
  }

  /// A server that refuses both forms refuses the content, and nothing is concluded from it.
  @Test func refusedContentsChangeNothing() async throws {
    try await RemoteFixture.run { _, number in
      number < 2 ? .answer(status: 400, "{}") : .answer(Completion.yes(0.5))
    } _: { fixture in
      let error = try await fixture.score("one")[0].error
      #expect(error?.code == .inferenceFailed && error?.message.contains("status 400") == true)
      #expect(!fixture.endpoint.way.isFound)
      #expect(try await isNear(fixture.score("two")[0].score, 0.5))
    }
  }

  /// A text of no words shows nothing, and the server need not be asked.
  @Test(arguments: ["", " \n\t"]) func blankTextsShowNothing(text: String) async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      #expect(try await fixture.score(text, [.concept("dogs"), .sentiment("calm")]).map(\.score) == [0, 0])
      #expect(fixture.server.requests.isEmpty)
    }
  }

  /// A text over the limit is not sent, not even a part of it.
  @Test func largeTextsAreNotSent() async throws {
    var limits = RemoteLimits()
    limits.textBytes = 10
    try await RemoteFixture.run(limits: limits) { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture async throws in
      #expect(try await fixture.score("eleven byte")[0].error?.code == .inferenceFailed)
      #expect(fixture.server.requests.isEmpty)
    }
  }

  /// An image is sent as a data URL.
  @Test func imagesAreSent() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture in
      let signals = RemoteSignals(
        questions: [SignalQuestion(.concept("dogs"))], endpoint: fixture.endpoint, context: nil)
      let results = try await signals.score(
        .image(ImageContent(hash: "a", mediaType: "image/png", bytes: Data([1, 2, 3]), width: 1, height: 1)), only: [0])
      #expect(isNear(results[0].score, 0.5))
      let messages = try #require(fixture.server.requests[0].json["messages"] as? [[String: Any]])
      let parts = try #require(messages[1]["content"] as? [[String: Any]])
      #expect(parts.map { $0["type"] as? String } == ["text", "image_url", "text"])
      #expect((parts[1]["image_url"] as? [String: String])?["url"] == "data:image/png;base64,AQID")
    }
  }

  /// A policy's context reaches the model, and scores with it are kept apart from those without.
  @Test func contextIsHeeded() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture in
      let plain = fixture.scorer
      let scoped = plain.scoped(to: PolicyScope(globalContext: " a children's forum\n"))
      #expect(scoped.version != plain.version && scoped.version.hasPrefix(plain.version))
      #expect(scoped.version != plain.scoped(to: PolicyScope(globalContext: "a newspaper")).version)
      #expect(plain.scoped(to: PolicyScope(globalContext: " \n")).version == plain.version)
      let signals = try await scoped.prepare([Feature(kind: .concept("dogs"))])
      _ = try await signals.score(TextContent(hash: "a", text: "a"))
      #expect(fixture.server.requests[0].text(of: "system")?.hasSuffix("\na children's forum") == true)
    }
  }

  /// The version names all that a score depends on.
  @Test func versionNamesModelAndServer() async throws {
    try await RemoteFixture.run { _, _ in
      .silence
    } _: { fixture in
      #expect(fixture.scorer.version == "remote-p1/judge-7b@\(fixture.server.baseURL)")
    }
  }

  /// Exact matches are not a model's to answer.
  @Test func knowsItsKinds() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.yes(0.5))
    } _: { fixture in
      #expect(fixture.scorer.cost(of: .exact("a")) == nil && fixture.scorer.cost(of: .fuzzy("a")) == .remote)
      let results = try await fixture.score("a", [.exact("a"), .concept("dogs"), .exact("b")])
      #expect(results[0].error?.code == .unsupported && results[2].error?.code == .unsupported)
      #expect(isNear(results[1].score, 0.5))
    }
  }

  /// What the server counted is summed.
  @Test func usageIsSummed() async throws {
    try await RemoteFixture.run { _, _ in
      .answer(Completion.tokens([("yes", 1)], usage: ["prompt_tokens": 100, "completion_tokens": 1]))
    } _: { fixture in
      _ = try await fixture.score("one", [.concept("dogs"), .concept("cats")])
      let usage = fixture.scorer.usage
      #expect(usage.answers == 2 && usage.promptTokens == 200 && usage.completionTokens == 2)
    }
  }
}
