import PolicyLanguage
import Testing

@Suite struct PolicyParsingTests {
  private let text = """
    // first
    SECTION "Dogs " : "  warn " { // on the head
      "a", "b"
      EXCEPT WHEN { "c" }
    }
    PRIORITY: "Dogs" > " Cats"
    label "Cats" { "d" unless { "e" } }
    UNLESS { "f" }
    """

  /// Names are trimmed, messages are not, and each keyword is remembered.
  @Test func labels() throws {
    let parsed = PolicyParser.parse(text)
    #expect(parsed.errors.isEmpty)
    let labels = parsed.syntax.labels
    #expect(labels.map(\.name.value) == ["Dogs", "Cats"])
    #expect(labels.map(\.message?.value) == ["  warn ", nil])
    #expect(labels.map(\.keyword) == [.section, .label])
    #expect(labels.map(\.exception?.keyword) == [.exceptWhen, .unless])
    #expect(parsed.syntax.priorities.map { $0.labels.map(\.value) } == [["Dogs", "Cats"]])
    #expect(parsed.syntax.exception?.rules.map(\.condition.outline) == ["f"])
  }

  /// Comments know whether something stands before them on their line.
  @Test func comments() {
    let comments = PolicyParser.parse(text).syntax.comments
    #expect(comments.map(\.text) == ["// first", "// on the head"])
    #expect(comments.map(\.isTrailing) == [false, true])
  }

  /// Lines end with LF, CR LF or CR; a column is a scalar; an offset is a byte.
  @Test func places() throws {
    let parsed = PolicyParser.parse("\u{feff}LABEL \"é🐕\" {\r\n\t\"a\"\r  \"猫\"\n}")
    let label = try #require(parsed.syntax.labels.first)
    let places = ([label.name.range] + label.rules.map(\.range)).map {
      [$0.start.line, $0.start.column, $0.start.offset, $0.end.column]
    }
    #expect(places == [[1, 8, 9, 12], [2, 2, 22, 5], [3, 3, 28, 6]])
  }

  /// Keywords are keywords where the grammar has them; between brackets they are an operator's words.
  @Test func keywordsInOperators() {
    let parsed = PolicyParser.parse(#"LABEL "any" { "a" [except for] "b" }"#)
    #expect(parsed.outline == ["a[EXCEPT FOR]b"])
    #expect(parsed.warnings.map(\.code) == [.operatorCase])
  }

  /// Bytes that are no UTF-8 are an error that says where.
  @Test(
    arguments: [
      ([0x22, 0xff], "1:2"), ([0x2f, 0x2f, 0x0a, 0xc3, 0x28], "2:1"), ([0xed, 0xa0, 0x80], "1:1"),
      ([0xf0, 0x9f], "1:1"),
    ] as [([UInt8], String)])
  func invalidUTF8(bytes: [UInt8], place: String) {
    let parsed = PolicyParser.parse(utf8: bytes)
    #expect(parsed.errors.map(\.place).contains("\(place) invalid-utf8"))
  }

  /// A text with its newlines flattened is read as the same policy.
  @Test func flattened() {
    let text =
      "LABEL \"a\" {\n  \"x\"\n  \"y\" AND\n  \"z\"\n  ANY(\n\"p\"\n\"q\")\n}\nPRIORITY: \"a\"\n > \"b\"\nLABEL \"b\" {\n\"w\"\n}"
    let flat = text.replacing("\n", with: " ")
    #expect(PolicyParser.parse(text).syntax.bare == PolicyParser.parse(flat).syntax.bare)
    #expect(PolicyParser.parse(flat).errors.isEmpty)
  }
}
