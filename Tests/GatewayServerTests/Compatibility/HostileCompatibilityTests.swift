internal import Foundation
internal import Gateway
internal import HTTPTypes
internal import TestSupport
internal import Testing

/// Bodies of other APIs' requests are no better than any.
struct HostileCompatibilityTests {
  /// Three hundred broken bodies each get a clear 4xx in the path's own shape, or an answer where the breaking left a
  /// right request.
  @Test func brokenBodiesAreRefused() async throws {
    let engine = try await TestEngine(compatibility: .init(moderations: "test", comments: "test"))
    let fixture = try await RESTFixture(engine: engine)
    var generator = SeededGenerator(seed: 11)
    let whole = [
      ("/v1/moderations", #"{"model":"test","input":[{"type":"text","text":"a cat"},{"type":"text","text":"x"}]}"#),
      ("/v1/moderations", #"{"input":["a cat","\u0061 \ud83d\ude00"]}"#),
      (
        "/v1alpha1/comments:analyze",
        #"{"comment":{"text":"a cat"},"requestedAttributes":{"ANIMALS":{"scoreThreshold":0.5}},"languages":["en"]}"#
      ),
    ]
    var refused = 0
    for round in 0..<300 {
      let (path, text) = whole[round % whole.count]
      var body = Array(text.utf8)
      if round.isMultiple(of: 2) {
        body = Array(body.prefix(Int.random(in: 0..<body.count, using: &generator)))
      } else {
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          body[Int.random(in: 0..<body.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
      }
      let answer = try await fixture.send(.post, path, body: body, key: engine.evaluator)
      #expect(
        answer.status == 200 || ((400..<500).contains(answer.status) && answer.json["error"] is [String: Any]),
        "round \(round): \(answer.status) \(answer.body.prefix(200))")
      if answer.status != 200 { refused += 1 }
    }
    #expect(refused > 200)
  }

  /// What would make a decoder work or recurse without end is refused before it is asked.
  @Test func deepAndWideBodiesAreRefused() async throws {
    let engine = try await TestEngine(compatibility: .init(moderations: "test", comments: "test"))
    let fixture = try await RESTFixture(engine: engine)
    let bodies = [
      String(repeating: "[", count: 200_000), #"{"input":"# + String(repeating: "[", count: 40),
      #"{"input":["# + String(repeating: "1,", count: 2_000_000) + "1]}",
      #"{"x":{"# + (0..<30_000).map { #""\#($0)":1"# }.joined(separator: ",") + "}}",
    ]
    for body in bodies {
      for path in ["/v1/moderations", "/v1alpha1/comments:analyze"] {
        let answer = try await fixture.send(.post, path, body)
        #expect(answer.status == 400, "\(body.prefix(20)): \(answer.status) \(answer.body.prefix(200))")
      }
    }
  }
}
