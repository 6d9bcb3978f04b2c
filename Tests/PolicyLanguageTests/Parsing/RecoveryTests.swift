import PolicyLanguage
import Testing

@Suite struct RecoveryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var errors: [String]
    var testDescription: String { text }

    init(_ text: String, _ errors: String...) {
      self.text = text
      self.errors = errors
    }
  }

  static let cases = [
    // Each mistake once, and what follows it is read.
    Case(
      "LABEL \"a\" {\n  foo\n  \"x\"\n  AND\n  \"\"\n}\n} LABEL \"b\" { \"y\" }", "2:3 unexpected-token",
      "5:3 empty-signal", "7:1 unexpected-token"),
    Case(
      "LABEL \"a\" {\n  ANY(\"x\", foo,\n    \"y\")\n  bar\n  \"z\"\n}", "2:12 unexpected-token", "4:3 unexpected-token"
    ),
    Case(
      "LABEL \"a\" { ANY(\"x\", foo, \"y\") AND \"z\", \"w\" }\nLABEL \"b\" { }", "1:22 unexpected-token",
      "2:7 empty-label"),
    Case("LABEL \"a\" {\n  \"x\"\nLABEL \"b\" { \"y\" }", "3:1 missing-brace"),
    Case("LABEL \"a\"\n  \"x\"\n}\nLABEL \"b\" { \"y\" }", "2:3 missing-brace"),
    Case("LABEL \"a\" { ANY(\"x\", \"y\" }\nLABEL \"b\" { \"y\" }", "1:26 missing-parenthesis"),
    Case("LABEL \"a\" { \"x\" [IN \"y\"\n\"z\" }", "1:21 missing-bracket"),
    Case("LABEL \"a\" { \"x\" { \"y\" { \"z\" } } }\nLABEL \"b\" { \"y\" }", "1:17 unexpected-token"),
    // Names without quotes, forgotten colons, misspelt words.
    Case("LABEL dogs { \"x\" }", "1:7 missing-name"),
    Case("LABEL 'dogs' { \"x\" }", "1:7 unexpected-character"),
    Case("LABEL \"a\": warn { \"x\" }", "1:12 unexpected-token"),
    Case("LABEL \"a\" \"warn\" { \"x\" }", "1:11 unexpected-token"),
    Case("LABLE \"a\" { \"x\" }", "1:1 unexpected-token"),
    Case("LABEL \"a\" { \"x\" UNLES { \"y\" } }", "1:17 unexpected-token"),
    Case("LABEL \"a\" { \"x\" EXCEPT WEHN { \"y\" } }", "1:24 unexpected-token"),
    Case("LABEL \"a\" { \"x\" UNLESS { \"y\" UNLESS { \"z\" } } }", "1:30 unexpected-token"),
    Case("PRIORITY \"a\" > \"b\" LABEL \"a\" { \"x\" } LABEL \"b\" { \"x\" }", "1:10 unexpected-token"),
    Case("PRIORITY: \"a\", \"b\" LABEL \"a\" { \"x\" } LABEL \"b\" { \"x\" }", "1:14 unexpected-token"),
    Case("LABEL \"a\" { =(\"x\" OR \"y\") \"z\" }", "1:19 unexpected-token"),
    // Strings that are not closed: the one that lacks its quote is told, not those after it.
    Case("LABEL \"a\" { \"x }", "1:13 unterminated-string"),
    Case("LABEL \"a {\n  \"x\"\n}\nLABEL \"b\" { \"y\" }", "1:7 unterminated-string"),
    Case("LABEL \"a\" {\n  \"x AND \"y\"\n  \"z\"\n}\nLABEL \"b\" { \"y\" }", "2:12 unterminated-string"),
    Case("LABEL \"a\" {\n  ANY(\"x\", \"y)\n  \"z\"\n}", "2:12 unterminated-string"),
    Case(
      "LABEL \"a\" {\n  \"x\n  \"y\"\n  \"z\n}\nLABEL \"b\" { \"\" }", "2:3 unterminated-string",
      "4:3 unterminated-string", "6:13 empty-signal"),
    Case("LABEL \"a\" {\r\n  \u{201c}x\r\n}\r\nLABEL \"b\" { \"y\" }", "2:3 unterminated-string"),
  ]

  /// Each mistake is told once, at its place.
  @Test(arguments: cases) func reports(_ item: Case) {
    #expect(PolicyParser.parse(item.text).errors.map(\.place) == item.errors)
  }

  /// However much there is to warn of, a text with an error has an error.
  @Test func warningsDoNotHideErrors() {
    let noisy = String(repeating: "\"x\" [in] \u{201c}y\u{201d} and \"c\\d\"\n", count: 500)
    let parsed = PolicyParser.parse("LABEL \"a\" {\n\(noisy)\n}\nLABEL \"b\" {}")
    #expect(parsed.errors.map(\.code) == [.emptyLabel])
    #expect(parsed.diagnostics.count == PolicyLimits.diagnostics)
  }

  /// What could be read beside an error is in the tree.
  @Test func readsOn() {
    let parsed = PolicyParser.parse("LABEL \"a\" {\n\"x\"\n!\n\"y\"\n}\nLABEL {\n\"z\"\n}\nLABEL \"b\"")
    #expect(parsed.outline == ["x", "y", "z"])
    #expect(parsed.syntax.labels.map(\.name.value) == ["a", "", "b"])
  }
}
