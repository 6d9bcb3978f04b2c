import EmbeddedModels
import Foundation
import PolicyEvaluation
import PolicyLanguage
import SignalScoring
import Testing

/// The policies of `Policies/` judge what their cases say, with the embedded models.
struct StarterPolicyTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Scores instead of the model's: the policy's logic alone.
    var scores: [String: Double]?
    /// By label: whether it holds.
    var expect: [String: Bool]

    var testDescription: String { name }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Policies")
  static let names = ["moderation", "self-harm", "spam-and-scams", "toxicity"]

  static func cases(_ name: String) throws -> [Case] {
    try JSONDecoder().decode(
      [Case].self, from: Data(contentsOf: folder.appending(path: "tests/\(name).json")))
  }

  static func policy(_ name: String) throws -> ParsedPolicy {
    PolicyParser.parse(utf8: try Data(contentsOf: folder.appending(path: "\(name).policy")))
  }

  /// No policy of the folder, and no case, goes untested.
  @Test func everyPolicyHasItsCases() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".policy") }.sorted()
    #expect(files == Self.names.map { "\($0).policy" })
    #expect(try Self.names.map { try Self.cases($0).count } == [39, 20, 21, 25])
  }

  /// There is nothing to say of them, and they are written in the one form.
  @Test(arguments: names)
  func isCleanAndFormatted(_ name: String) throws {
    let parsed = try Self.policy(name)
    #expect(parsed.diagnostics.isEmpty)
    #expect(PolicyFormatter.format(parsed.syntax) == parsed.source)
  }

  /// Each case comes out as it says.
  @Test(arguments: names)
  func judges(_ name: String) async throws {
    let policy = CompiledPolicy(try Self.policy(name).syntax)
    let model = try EmbeddedTextScorer(threads: 2)
    defer { model.stop() }
    for test in try Self.cases(name) {
      let scorers: [any SignalScorer] =
        if let scores = test.scores { [try ScriptedScorer(scores), LexicalScorer()] } else { [LexicalScorer(), model] }
      let plan = try await ScoringPlan.prepare(policy: policy, scorers: scorers)
      let scored = try await plan.score(
        TextContent(hash: test.name, text: test.text), threshold: 0.5, expedited: false)
      let report = policy.evaluate(scores: scored.scores, threshold: 0.5, unscored: scored.unscored)
      var held: [String: Bool] = [:]
      for (label, verdict) in zip(policy.labels, report.labels) where test.expect[label.name] != nil {
        held[label.name] = verdict.verdict.outcome == .true
      }
      #expect(held == test.expect, "\(test.name)")
    }
  }
}
