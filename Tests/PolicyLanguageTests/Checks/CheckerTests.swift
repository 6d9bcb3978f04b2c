import PolicyLanguage
import Testing

@Suite struct CheckerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var errors: [String]
    var testDescription: String { String(text.prefix(60)) }

    init(_ text: String, _ errors: String...) {
      self.text = text
      self.errors = errors
    }
  }

  static let cases = [
    // Emptiness
    Case("", "1:1 empty-policy"),
    Case(" \n// nothing\n", "1:1 empty-policy"),
    Case("UNLESS { \"a\" }", "1:1 empty-policy"),
    Case("LABEL \"a\" {}", "1:7 empty-label"),
    Case("LABEL \"a\" { UNLESS { \"b\" } }", "1:7 empty-label"),
    Case("LABEL \"a\" { \"b\" UNLESS {} }", "1:17 empty-exception"),
    Case("LABEL \" \" { \"b\" }", "1:7 empty-name"),
    Case("LABEL \"a\" { \"\u{200b}\" }", "1:13 empty-signal"),
    Case("LABEL \"a\" { =(\" \") }", "1:15 empty-signal"),
    Case("LABEL \"a\" { ANY() }", "1:13 empty-list"),
    Case("LABEL \"a\" { ~() }", "1:13 empty-list"),
    // Names and exceptions
    Case("LABEL \"a\" { \"x\" }\nLABEL \" a \" { \"y\" }\nLABEL \"A\" { \"z\" }", "2:7 duplicate-label"),
    Case("LABEL \"a\" { \"x\" } UNLESS { \"y\" } UNLESS { \"z\" }", "1:34 repeated-exception"),
    Case("LABEL \"a\" { \"x\" UNLESS { \"y\" } UNLESS { \"z\" } }", "1:32 repeated-exception"),
    Case("LABEL \"a\" { \"x\" UNLESS { \"y\" } \"z\" }", "1:32 rule-after-exception"),
    // Priorities
    Case("LABEL \"a\" { \"x\" } PRIORITY: \"a\" > \"b\"", "1:35 unknown-label"),
    Case("LABEL \"a\" { \"x\" } PRIORITY: \"a\"", "1:32 unexpected-token"),
    Case("LABEL \"a\" { \"x\" } PRIORITY: \"a\" > \"a\"", "1:35 priority-cycle"),
    Case(
      "LABEL \"a\" { \"x\" } LABEL \"b\" { \"y\" } LABEL \"c\" { \"z\" }\nPRIORITY: \"a\" > \"b\"\nPRIORITY: \"b\" > \"c\" > \"a\"",
      "3:23 priority-cycle"),
    Case("LABEL \"a\" { \"x\" } LABEL \"b\" { \"y\" }\nPRIORITY: \"a\" > \"b\"\nPRIORITY: \"a\" > \"b\""),
    Case("LABEL { \"x\" } LABEL \"b\" { \"y\" }\nPRIORITY: \"a\" > \"b\"", "1:7 missing-name"),
    // Limits, at them and one past
    Case("LABEL \"a\" { \"\(String(repeating: "é", count: 512))\" }"),
    Case("LABEL \"a\" { \"\(String(repeating: "é", count: 513))\" }", "1:13 signal-too-long"),
    Case("LABEL \"\(String(repeating: "n", count: 513))\" { \"x\" }", "1:7 signal-too-long"),
    Case("LABEL \"a\" { \"x\" [\(String(repeating: "N", count: 513))] \"y\" }", "1:17 signal-too-long"),
    Case((0..<500).map { "LABEL \"\($0)\" { \"x\" }\n" }.joined()),
    Case((0..<501).map { "LABEL \"\($0)\" { \"x\" }\n" }.joined(), "501:7 too-many-labels"),
    Case("LABEL \"a\" {\n" + (0..<2000).map { "\"\($0)\" \"\($0) \"\n" }.joined() + "}"),
    Case("LABEL \"a\" {\n" + (0..<2001).map { "=(\"\($0)\")\n" }.joined() + "}", "2002:3 too-many-signals"),
    Case("LABEL \"a\" { " + String(repeating: "(", count: 64) + "\"x\"" + String(repeating: ")", count: 64) + " }"),
    Case(
      "LABEL \"a\" { " + String(repeating: "(", count: 65) + "\"x\"" + String(repeating: ")", count: 65) + " \"y\" }",
      "1:77 nested-too-deep"),
    Case("LABEL \"a\" { " + String(repeating: "NOT ", count: 65) + "\"x\" }", "1:269 nested-too-deep"),
    Case("LABEL \"a\" { \"x\" } //" + String(repeating: "/", count: 256 << 10), "1:1 text-too-long"),
  ]

  /// What a grammar cannot say is told at its place.
  @Test(arguments: cases) func reports(_ item: Case) {
    #expect(PolicyParser.parse(item.text).errors.map(\.place) == item.errors)
  }

  struct Message: Sendable, CustomTestStringConvertible {
    var text: String
    var message: String
    var fix: String?
    var testDescription: String { text }
  }

  static let messages = [
    Message(
      text: "LABEL \"dogs\" { \"x\" } LABEL \"cats\" { \"y\" } PRIORITY: \"dogs\" > \"cat\"",
      message: "no label is named `cat`; did you mean `cats`", fix: "\"cats\""),
    Message(
      text: "LABEL \"Dogs\" { \"x\" } LABEL \"b\" { \"y\" } PRIORITY: \"DOGS\" > \"b\"",
      message: "no label is named `DOGS`; did you mean `Dogs`", fix: "\"Dogs\""),
    Message(
      text: "LABEL \"a\" { \"x\" } LABEL \"b\" { \"y\" } PRIORITY: \"a\" > \"b\" PRIORITY: \"b\" > \"a\"",
      message: "the priorities run in a circle: `a` > `b` > `a`"),
    Message(
      text: "LABLE \"a\" { \"x\" }", message: "expected LABEL, found `LABLE`; did you mean LABEL", fix: "LABEL"),
    Message(
      text: "LABEL \"a\" { \"x\" ADN \"y\" }", message: "expected a condition, found `ADN`; did you mean AND",
      fix: "AND"),
    Message(
      text: "LABEL \"a\" { 'x' }", message: "expected a condition, found `'`; strings stand in double quotes"),
    Message(text: "LABEL \"a\" { # x\n }", message: "expected a condition, found `#`; a comment begins with `//`"),
    Message(text: "LABEL \"a\" { \"x\"", message: "expected `}`, found the end of the policy", fix: "\n}"),
    Message(text: "LABEL \"a\" { \"x }", message: "this string is not closed", fix: "\""),
  ]

  /// A message says what was likely meant, and offers it.
  @Test(arguments: messages) func explains(_ item: Message) throws {
    let error = try #require(PolicyParser.parse(item.text).errors.first)
    #expect(error.message == item.message)
    #expect(error.fixes.first?.replacement == item.fix)
  }
}
