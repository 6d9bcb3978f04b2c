internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Texts and images in one stream, and in several.
@Suite(.timeLimit(.minutes(10))) struct MixedStreamTests {
  /// By matching alone, and with a model besides.
  static let policies = [#"LABEL "L" { =("yes") }"#, #"LABEL "L" { "yes" }"#]

  private func request(_ policy: UUID, images: Int, texts: [String]) -> Clavata_Gateway_V1_EvaluateRequest {
    .with {
      $0.policyID = policy.uuidString
      $0.contentData = (0..<images).map { _ in .with { $0.image = TestImages.png } }
      $0.contentData += texts.map { text in .with { $0.text = text } }
    }
  }

  private func engine(_ reader: GateReader) async throws -> TestEngine {
    try await TestEngine(
      scorers: [GateScorer()], sight: [ConstantScorer("eye-1", score: 0.2)], reader: reader)
  }

  /// However many images stand before them and wait, the texts of a stream are answered.
  @Test(arguments: policies) func imagesHoldUpNoText(policy: String) async throws {
    let reader = GateReader()
    let engine = try await engine(reader)
    let texts = (0..<50).map { "text \($0)" }
    let request = request(try await engine.policy(policy), images: 100, texts: texts)
    var answers: [String] = []
    try await engine.engine.evaluation.evaluate(request, caller: engine.caller) { part in
      answers += part.map(\.message.contentHash)
      // All texts have come: only now may an image be read.
      if answers.count == texts.count { reader.open() }
    }
    let image = try #require(answers.last)
    #expect(answers.count == 150 && answers.prefix(50).allSatisfy { $0 != image })
    #expect(answers.dropFirst(50).allSatisfy { $0 == image })
  }

  /// While the images of one stream wait, another stream's texts are answered, and none of them is refused.
  @Test(arguments: policies) func imagesHoldUpNoOtherStream(policy: String) async throws {
    let reader = GateReader()
    let engine = try await engine(reader)
    let policy = try await engine.policy(policy)
    let images = request(policy, images: 100, texts: [])
    let waiting = Task {
      var count = 0
      try await engine.engine.evaluation.evaluate(images, caller: engine.caller) { count += $0.count }
      return count
    }
    // As many as are in work at once.
    var begun = reader.begun.makeAsyncIterator()
    for _ in 0..<Evaluator.itemsInWork { await begun.next() }
    let texts = request(policy, images: 0, texts: (0..<1000).map { "text \($0)" })
    var outcomes: [Clavata_Shared_V1_Outcome] = []
    try await engine.engine.evaluation.evaluate(texts, caller: engine.caller) { part in
      outcomes += part.map(\.message.policyEvaluationReport.result)
    }
    #expect(outcomes.count == 1000 && outcomes.allSatisfy { $0 == .false })
    reader.open()
    #expect(try await waiting.value == 100)
  }
}
