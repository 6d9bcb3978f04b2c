import PolicyEvaluation
import PolicyLanguage
import Testing

/// From a policy's text to a compiled policy.
struct CompileTests {
  /// What is wrong is told whole, the first error apart from the warnings before it.
  @Test func errors() throws {
    let error = try #require(throws: PolicyCompileError.self) {
      try CompiledPolicy.compile("label \"a\" { \"\" }\nLABEL \"b\" { \"x\" AND }")
    }
    #expect(error.first.code == .emptySignal)
    #expect(error.diagnostics.map(\.code) == [.keywordCase, .emptySignal, .missingCondition])
  }

  /// Warnings alone are no hindrance.
  @Test func warnings() throws {
    #expect(try CompiledPolicy.compile("label \u{201C}a\u{201D} { \u{201C}x\u{201D} }").labels.map(\.name) == ["a"])
  }

  /// Labels, rules, exceptions and features know where they stand and what was written there.
  @Test func places() throws {
    let policy = try CompiledPolicy.compile(
      #"""
      LABEL "a": "why" {
        "x" AND
          "y" [IN] "z"
        UNLESS { =("u", "v") }
      }
      UNLESS { "X" }
      """#)
    let label = try #require(policy.labels.first)
    #expect(label.message == "why")
    #expect(label.rules.map(\.source) == ["\"x\" AND\n    \"y\" [IN] \"z\""])
    #expect(label.exception?.rules.map(\.source) == [#"=("u", "v")"#])
    #expect(policy.exception?.rules.map(\.source) == [#""X""#])
    #expect(Self.places(label.range, label.rules[0].range) == ["1:1-5:2", "2:3-3:17"])
    #expect(
      policy.features.map { Self.places($0.ranges) } == [
        ["2:3-2:6", "6:10-6:13"], ["3:5-3:17"], ["4:14-4:17"], ["4:19-4:22"],
      ])
  }

  /// Whether a policy stands on many lines or on one makes no difference to what it says of a content.
  @Test func flattening() {
    let wrong = RandomCase.seeds(300).filter { seed in
      let random = RandomCase(seed: seed, failurePercent: 20)
      let text = PolicyFormatter.format(random.syntax)
      let reports = [text, String(text.map { $0.isNewline ? " " : $0 })].map { text in
        (try? CompiledPolicy.compile(text))?.evaluate(scores: random.scores, threshold: random.threshold)
      }
      return reports[0] == nil || reports[0]?.labels != reports[1]?.labels
        || reports[0]?.verdict != reports[1]?.verdict
    }
    #expect(wrong == [])
  }

  private static func places(_ ranges: SourceRange...) -> [String] { places(ranges) }

  private static func places(_ ranges: [SourceRange]) -> [String] {
    ranges.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" }
  }
}
