import PolicyLanguage
import Testing

@Suite struct FormattingPropertyTests {
  private static let policies: Range<UInt64> = 0..<800

  /// Looks for policies that break a rule, and records the shortest.
  private func expect(isFlat: Bool = false, _ problem: (ParsedPolicy, [String]) -> String?) {
    var shortest: (text: String, problem: String)?
    for seed in Self.policies {
      var generator = PolicyGenerator(seed: seed)
      let text = generator.policy(isFlat: isFlat)
      guard text.utf8.count < shortest?.text.utf8.count ?? .max else { continue }
      if let problem = problem(PolicyParser.parse(text), generator.comments) { shortest = (text, problem) }
    }
    if let shortest { Issue.record("\(shortest.problem)\n--- of\n\(shortest.text)") }
  }

  /// Random policies are valid, in whatever way they are written.
  @Test func generatedPoliciesAreValid() {
    expect { parsed, _ in parsed.hasErrors ? "\(parsed.errors.map { "\($0.place) \($0.message)" })" : nil }
  }

  /// Formatting changes nothing that is meant, loses no comment, and formatting again changes nothing at all.
  @Test func formattingKeepsPolicies() {
    let form: Set<Diagnostic.Code> = [.keywordCase, .curlyQuote, .operatorCase, .unknownEscape]
    expect { parsed, _ in
      let formatted = PolicyFormatter.format(parsed.syntax)
      let again = PolicyParser.parse(formatted)
      let second = PolicyFormatter.format(again.syntax)
      if again.syntax.bare != parsed.syntax.bare { return "the policy changed to\n\(formatted)" }
      if again.syntax.comments.map(\.text) != parsed.syntax.comments.map(\.text) {
        return "the comments changed in\n\(formatted)"
      }
      if second != formatted { return "\(formatted)--- was formatted to\n\(second)" }
      return again.diagnostics.contains { form.contains($0.code) } ? "a matter of form is left in\n\(formatted)" : nil
    }
  }

  /// Comments survive reading: all that were written are in the tree, in order.
  @Test func commentsAreKept() {
    expect { parsed, comments in
      let texts = parsed.syntax.comments.map(\.text)
      return texts == comments ? nil : "\(comments) became \(texts)"
    }
  }

  /// A policy whose newlines were flattened by its transport is the same policy.
  @Test func flatteningKeepsPolicies() {
    expect(isFlat: true) { parsed, _ in
      let lines = PolicyFormatter.format(parsed.syntax).split(separator: "\n")
      let flattened = PolicyParser.parse(lines.joined(separator: " "))
      return flattened.hasErrors || flattened.syntax.bare != parsed.syntax.bare ? "it changed" : nil
    }
  }
}
