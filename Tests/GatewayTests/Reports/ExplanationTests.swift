internal import Foundation
internal import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
internal import SignalScoring
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// What a report says of why its signals scored as they did.
struct ExplanationTests {
  private static let text = Content.text(TextContent(hash: "", text: "a cat\nand a c4t"))
  private static let scored = ScoredContent(
    scores: [Score(0.9), .unknown],
    failures: [1: ScoringError(.modelUnavailable, "the model is not installed")],
    answers: [
      FeatureAnswer(feature: 0, score: 0.9, scorer: "lexical-1", evidence: Evidence(spans: [2..<5, 12..<15])),
      FeatureAnswer(feature: 0, score: 0.2, scorer: "small-1", asked: "remote-p1/judge"),
    ])

  /// Each answer has its scorer, its score and its places as lines and columns; each failure its reason.
  @Test func internalsSayWhy() throws {
    let policy = #"LABEL "l" { ~("cat") "dogs" }"#
    let template = try ReportSamples.template(policy)
    var random = SeededGenerator(seed: 6)
    var item = ReportSamples.item(index: 0, policy: template.policy, isExpedited: false, using: &random)
    item.explanation = Explanation(Self.scored, of: Self.text, isAsked: true)
    let entries = template.message(of: item).internals.featureReports
    #expect(
      entries.mapValues(\.score) == [
        "1 lexical-1": 0.9, "1 small-1 instead of remote-p1/judge": 0.2, "2 failed: the model is not installed": -1,
      ])
    let found = try #require(entries["1 lexical-1"])
    #expect(found.featureID == 1 && found.expression == #"~("cat")"#)
    let places = found.sourceRanges.map { [$0.start.line, $0.start.column, $0.end.line, $0.end.column] }
    #expect(places == [[1, 3, 1, 6], [2, 7, 2, 10]])
  }

  /// On an image there are no places: what was found is told with its scorer.
  @Test func imagesHaveFindings() {
    let image = Content.image(ImageContent(hash: "", mediaType: "image/png", bytes: Data(), width: 1, height: 1))
    let answer = FeatureAnswer(feature: 0, score: 0.9, scorer: "eye-1", evidence: Evidence(finding: "dog 0.90"))
    let told = Explanation(ScoredContent(scores: [Score(0.9)], answers: [answer]), of: image, isAsked: true)
    #expect(told?.entries.map(\.source) == ["eye-1: dog 0.90"] && told?.entries.first?.places == [])
  }

  /// Not asked for, only stand-ins are told; where there are none, nothing is.
  @Test func standInsAreAlwaysTold() {
    var scored = Self.scored
    scored.answers.removeFirst()
    let told = Explanation(scored, of: Self.text, isAsked: false)
    #expect(told?.entries.map(\.source) == ["small-1 instead of remote-p1/judge"])
    scored.answers = []
    #expect(Explanation(scored, of: Self.text, isAsked: false) == nil)
  }

  /// An explained report is the same in each form.
  @Test(arguments: ReportSamples.policies)
  func formsAgree(policy: String) throws {
    let template = try ReportSamples.template(policy)
    var random = SeededGenerator(seed: 7)
    for index in 0..<20 {
      var item = ReportSamples.item(index: index, policy: template.policy, isExpedited: false, using: &random)
      let answers = [FeatureAnswer(feature: 0, score: 0.5, scorer: "s", evidence: Evidence(spans: [0..<3]))]
      item.explanation = Explanation(
        ScoredContent(scores: [], answers: answers), of: .text(TextContent(hash: "", text: "été")), isAsked: true)
      let message = template.message(of: item)
      #expect(message.hasInternals)
      var json: [UInt8] = []
      try template.appendJSON(of: item, to: &json)
      #expect(try json == ProtoJSONWriter.encode(message))
      #expect(try WireReport(serializedBytes: template.serialized(item)) == message)
    }
  }
}
