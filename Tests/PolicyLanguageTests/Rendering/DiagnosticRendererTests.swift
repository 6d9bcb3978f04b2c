import Foundation
import PolicyLanguage
import Testing

@Suite struct DiagnosticRendererTests {
  private func render(_ text: String, _ format: DiagnosticRenderer.Format, isColored: Bool = false) -> String {
    let parsed = PolicyParser.parse(text)
    return DiagnosticRenderer(format, isColored: isColored).render([
      .init(file: "a b.policy", source: parsed.source, diagnostics: parsed.errors)
    ])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var snippet: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "a word", text: "LABEL \"a\" {\n  foo\n}", snippet: ["2 |   foo", "  |   ^^^"]),
    Case(
      name: "after a tab", text: "LABEL \"a\" {\n\t\"x\"\tfoo\n\"y\" }",
      snippet: ["2 |     \"x\" foo", "  |         ^^^"]),
    Case(
      name: "after wide characters", text: "LABEL \"a\" { \"猫犬\" foo }",
      snippet: ["1 | LABEL \"a\" { \"猫犬\" foo }", "  |                    ^^^"]),
    Case(
      name: "under a wide character", text: "LABEL \"a\" { 猫 }",
      snippet: ["1 | LABEL \"a\" { 猫 }", "  |             ^^"]),
    Case(
      name: "after combining marks", text: "LABEL \"e\u{301}e\u{301}\" { foo }",
      snippet: ["1 | LABEL \"e\u{301}e\u{301}\" { foo }", "  |              ^^^"]),
    Case(name: "after CR LF", text: "LABEL \"a\" {\r\n  foo\r\n}\r\n", snippet: ["2 |   foo", "  |   ^^^"]),
    Case(name: "at the end of the text", text: "LABEL \"a\" {\n  \"x\"", snippet: ["2 |   \"x\"", "  |      ^"]),
    Case(
      name: "an escape sequence", text: "LABEL \"\u{1b}[31m\" { foo }",
      snippet: ["1 | LABEL \"␛[31m\" { foo }", "  |                 ^^^"]),
    Case(
      name: "far out on a long line",
      text: "LABEL \"a\" { \(String(repeating: "\"x\" ", count: 100))foo \(String(repeating: "\"y\" ", count: 100))}",
      snippet: [
        "1 | …\(String(repeating: "\"x\" ", count: 15))foo \(String(repeating: "\"y\" ", count: 24))…",
        "  | \(String(repeating: " ", count: 61))^^^",
      ]),
  ]

  /// The caret stands under what the message is about, whatever stands before it.
  @Test(arguments: cases) func caret(_ item: Case) {
    let lines = render(item.text, .human).split(separator: "\n").map(String.init)
    #expect(Array(lines.dropFirst(2).prefix(2)) == item.snippet)
  }

  /// Notes and what would help follow the message.
  @Test func human() {
    let expected = """
      error: the label `a` is declared twice [duplicate-label]
       --> a b.policy:2:7
      2 | LABEL "a" { "y" }
        |       ^^^
      note: the first is here
       --> a b.policy:1:7
      1 | LABEL "a" { "x" }
        |       ^^^

      error: no label is named `cat`; did you mean `cats` [unknown-label]
       --> a b.policy:4:17
      4 | PRIORITY: "a" > "cat"
        |                 ^^^^^
      help: write `cats`

      """
    let text = "LABEL \"a\" { \"x\" }\nLABEL \"a\" { \"y\" }\nLABEL \"cats\" { \"z\" }\nPRIORITY: \"a\" > \"cat\""
    #expect(render(text, .human) == expected)
    let colored = render(text, .human, isColored: true)
    #expect(colored.hasPrefix("\u{1b}[31merror\u{1b}[0m"))
  }

  /// One line each, with nothing in it that would break the line or steer a terminal.
  @Test func plain() {
    #expect(
      render("LABEL \"a\" { foo }\nLABEL \"x\u{1b}\n\" { }", .plain) == """
        a b.policy:1:13: error: expected a condition, found `foo`; signals and names stand in double quotes [unexpected-token]
        a b.policy:2:7: error: the label `x␛` has no rules [empty-label]

        """)
  }

  private struct Document: Decodable {
    struct File: Decodable {
      var file: String
      var diagnostics: [Item]
    }
    struct Item: Decodable {
      var code, severity, message: String
      var range: Range
      var fixes: [Fix]
    }
    struct Fix: Decodable { var replacement: String }
    struct Range: Decodable { var start: Place }
    struct Place: Decodable, Equatable { var line, column, offset: Int }
    var files: [File]
  }

  /// JSON holds all of it, whatever characters it has.
  @Test func json() throws {
    let text = "LABEL \"a\u{1}\\\"\\\\\u{1f}🐕\" { }\nLABLE \"b\" { \"x\" }"
    let file = try #require(JSONDecoder().decode(Document.self, from: Data(render(text, .json).utf8)).files.first)
    #expect(file.file == "a b.policy")
    #expect(file.diagnostics.map(\.code) == ["empty-label", "unexpected-token"])
    #expect(file.diagnostics.first?.message == "the label `a\u{1}\"\\\u{1f}🐕` has no rules")
    #expect(file.diagnostics.last?.fixes.map(\.replacement) == ["LABEL"])
    #expect(file.diagnostics.last?.range.start == .init(line: 2, column: 1, offset: 24))
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      var tool: Tool
      var results: [Result]
    }
    struct Tool: Decodable { var driver: Driver }
    struct Driver: Decodable {
      var name: String
      var rules: [Rule]
    }
    struct Rule: Decodable { var id: String }
    struct Result: Decodable {
      var ruleId, level: String
      var locations: [Location]
      var relatedLocations: [Location]?
    }
    struct Location: Decodable { var physicalLocation: Physical }
    struct Physical: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable, Equatable { var startLine, startColumn, endLine, endColumn: Int }
    var version: String
    var runs: [Run]
  }

  /// SARIF has what its readers need: the version, the rules, a place for each result.
  @Test func sarif() throws {
    let text = "LABEL \"a\" { \"x\" }\nLABEL \"a\" { \"y\" }"
    let log = try JSONDecoder().decode(Log.self, from: Data(render(text, .sarif).utf8))
    let run = try #require(log.runs.first)
    #expect(log.version == "2.1.0")
    #expect(run.tool.driver.rules.map(\.id) == ["duplicate-label"])
    let result = try #require(run.results.first)
    #expect(result.level == "error")
    #expect(result.locations.first?.physicalLocation.artifactLocation.uri == "a%20b.policy")
    #expect(
      result.locations.first?.physicalLocation.region == .init(startLine: 2, startColumn: 7, endLine: 2, endColumn: 10))
    #expect(result.relatedLocations?.count == 1)
  }
}
