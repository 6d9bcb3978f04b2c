import PolicyLanguage
import Testing

@Suite struct LinterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var warnings: [String]
    var testDescription: String { text }

    init(_ text: String, _ warnings: String...) {
      self.text = text
      self.warnings = warnings
    }

    /// Rules of a label, from line 2 on.
    static func rules(_ rules: String, _ warnings: String...) -> Case {
      var item = Case("LABEL \"l\" {\n\(rules)\n}")
      item.warnings = warnings
      return item
    }
  }

  static let cases = [
    // Form
    Case.rules("\u{201c}a\u{201d}", "2:1 curly-quote"),
    Case.rules("\"a\u{201d} \u{201d}b\"", "2:1 curly-quote", "2:5 curly-quote"),
    Case.rules(#""a\d\"\\\e""#, "2:3 unknown-escape", "2:9 unknown-escape"),
    Case(
      "Label \"l\" { any(\"a\") and NOT sentiment(\"b\") }", "1:1 keyword-case", "1:13 keyword-case",
      "1:22 keyword-case", "1:30 keyword-case"),
    Case.rules(#""a" [in] "b""#, "2:5 operator-case"),
    // Operators
    Case.rules(#""a" [INN] "b""#, "2:5 unknown-operator"),
    Case.rules(#""a" [WIHT REGARD TO] "b""#, "2:5 unknown-operator"),
    Case.rules(#""a" [RESEMBLING] "b" "c" [IN CONTEXT] "d""#, "2:5 unknown-operator"),
    // Twice
    Case.rules("\"a\"\n\"A \"", "3:1 repeated-rule"),
    Case.rules("\"a\" OR \"b\"\nANY(\"b\", \"a\")", "3:1 repeated-rule"),
    Case.rules("\"a\"\n(\"a\")\n\"a\"?\n=(\"a\")", "3:1 repeated-rule"),
    Case.rules("NOT NOT \"a\"\n\"a\"", "3:1 repeated-rule"),
    Case.rules("NONE(\"a\")\nNOT \"a\"", "3:1 repeated-rule"),
    Case.rules(#"ANY("a", "b", "a")"#, "2:15 repeated-item"),
    Case.rules(#"=("cat", "dog", "CAT")"#, "2:17 repeated-item"),
    Case.rules(#""a" AND "b" AND "a""#, "2:17 repeated-item"),
    Case("LABEL \"l\" { \"a\" } LABEL \"m\" { \"a\" }"),
    // Opposites
    Case.rules(#""a" AND NOT "a""#, "2:9 contradiction"),
    Case.rules(#"ALL("b", NONE("a"), "a")"#, "2:10 contradiction"),
    Case.rules(#""a" OR NOT "a""#, "2:8 tautology"),
    Case.rules(#"NOT "a" AND "b" AND NOT "c""#),
    Case("LABEL \"l\" { \"a\" UNLESS { \"a\" } }", "1:13 excepted-rule"),
    Case("LABEL \"l\" { \"a\" } UNLESS { \"A\" }", "1:13 excepted-rule"),
    // Reading
    Case.rules(#""a" OR "b" AND "c""#, "2:8 mixed-connectives"),
    Case.rules(#""a" OR ("b" AND "c")"#),
    Case.rules(#""is it a threat?""#, "2:1 question-in-quotes"),
    Case.rules(#""is it"? "really?"? "?""#),
    Case.rules(#"~("!!!", "42", "ok")"#, "2:3 empty-match"),
    Case("LABEL \"Dogs\" { \"a\" } LABEL \"dogs\" { \"b\" }", "1:28 similar-labels"),
  ]

  /// What is valid and hardly meant is warned of, at its place, once; nothing of it is an error.
  @Test(arguments: cases) func warns(_ item: Case) {
    let parsed = PolicyParser.parse(item.text)
    #expect(parsed.diagnostics.map(\.place) == item.warnings)
    #expect(!parsed.hasErrors)
  }

  /// A nearest operator is offered where one is near.
  @Test(arguments: [("INN", "[IN]"), ("WIHT", "[WITH]"), ("BECAUSE", nil), ("XYZZY", nil)] as [(String, String?)])
  func nearestOperator(written: String, offered: String?) {
    let parsed = PolicyParser.parse("LABEL \"l\" { \"a\" [\(written)] \"b\" }")
    #expect(parsed.warnings.first?.fixes.first?.replacement == offered)
  }

  /// Every operator that is known is taken without a word.
  @Test func knownOperators() {
    let rules = KnownOperators.all.sorted().map { "\"\($0)\" [\($0)] \"b\"" }.joined(separator: "\n")
    #expect(PolicyParser.parse("LABEL \"l\" {\n\(rules)\n}").diagnostics.isEmpty)
    #expect(KnownOperators.all.count == 138)
  }

  /// Making all of a diagnostic's fixes settles it, and makes no error.
  @Test(arguments: cases) func fixesSettle(_ item: Case) {
    for warning in PolicyParser.parse(item.text).warnings where !warning.fixes.isEmpty {
      var bytes = Array(item.text.utf8)
      for fix in warning.fixes.sorted(by: { $0.range.start > $1.range.start }) {
        bytes.replaceSubrange(fix.range.start.offset..<fix.range.end.offset, with: fix.replacement.utf8)
      }
      let fixed = PolicyParser.parse(utf8: bytes)
      let count = { (parsed: ParsedPolicy) in parsed.warnings.count { $0.code == warning.code } }
      #expect(!fixed.hasErrors && count(fixed) == count(PolicyParser.parse(item.text)) - 1, "\(warning.place)")
    }
  }
}
