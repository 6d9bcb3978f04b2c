import PolicyLanguage
import Testing

@Suite struct ConditionParsingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var rules: String
    var outline: [String]
    var testDescription: String { rules }

    init(_ rules: String, _ outline: String...) {
      self.rules = rules
      self.outline = outline
    }
  }

  static let cases = [
    // Signals
    Case(#""dogs""#, "dogs"),
    Case(#""  dogs  ""#, "dogs"),
    Case(#""is it"?"#, "is it?"),
    Case(#""is it" ?"#, "is it?"),
    Case(#""a" [IN] "b""#, "a[IN]b"),
    Case(#""a" [next   to] "b""#, "a[NEXT TO]b"),
    Case(#""a"? [EXCEPT FOR] "b"?"#, "a?[EXCEPT FOR]b?"),
    Case(#""it's""#, "it's"),
    // Precedence: [OP], NOT, AND, OR
    Case(#""a" OR "b" AND "c""#, "or(a, and(b, c))"),
    Case(#""a" AND "b" OR "c" AND "d""#, "or(and(a, b), and(c, d))"),
    Case(#"NOT "a" AND "b""#, "and(not(a), b)"),
    Case(#"NOT "a" [IN] "b""#, "not(a[IN]b)"),
    Case(#"NOT NOT "a""#, "not(not(a))"),
    Case(#"NOT ("a" OR "b")"#, "not((or(a, b)))"),
    Case(#""a" AND "b" AND "c""#, "and(a, b, c)"),
    // Lists, in every way to part their items
    Case(#"ANY("a", "b")"#, "ANY(a, b)"),
    Case(#"ANY("a" "b")"#, "ANY(a, b)"),
    Case(#"ANY("a", "b",)"#, "ANY(a, b)"),
    Case(#"ANY("a" OR "b")"#, "ANY(or(a, b))"),
    Case(#"ALL("a" AND "b", "c")"#, "ALL(and(a, b), c)"),
    Case(#"NONE(ANY("a"), NOT "b", ="c") "#),
    Case(#"("a", "b")"#, "(a, b)"),
    Case(#"("a")"#, "(a)"),
    Case(#"=("a" "b")"#, "=(a, b)"),
    Case(#"~("a",)"#, "~(a)"),
    Case(#"SENTIMENT("angry", "sad")"#, "SENTIMENT(angry, sad)"),
    Case(#"any(=("a"), ~("b"), sentiment("c"), "d" [in] "e", "f"?)"#, "ANY(=(a), ~(b), SENTIMENT(c), d[IN]e, f?)"),
    // Where a rule ends
    Case(#""a" "b""#, "a", "b"),
    Case(#""a", "b","#, "a", "b"),
    Case("\"a\"\nAND \"b\"", "and(a, b)"),
    Case("\"a\" AND\n\"b\"", "and(a, b)"),
    Case("\"a\"\n[IN] \"b\"", "a[IN]b"),
    Case("\"a\"\n?", "a?"),
    Case("\"a\"\nNOT \"b\"", "a", "not(b)"),
    Case("\"a\"\n(\"b\")", "a", "(b)"),
    Case("\"a\" ANY(\"b\") =(\"c\") \"d\"", "a", "ANY(b)", "=(c)", "d"),
    // Quotes, escapes, white space, comments
    Case("\u{201d}a\u{201d} \u{201c}b\" \"c\u{201c}", "a", "b", "c"),
    Case(#""say \"no\"""#, #"say "no""#),
    Case(#""back\\slash""#, #"back\slash"#),
    Case(#""C:\dir""#, #"C:\dir"#),
    Case("\"over\nlines\"", "over\nlines"),
    Case("\"a\"\u{a0}AND\u{2003}\u{feff}\"b\"", "and(a, b)"),
    Case("\"a\" // AND \"b\"\n\"c\"", "a", "c"),
    Case("\"a // b\"", "a // b"),
    Case("\"a\" // b\rAND \"c\"", "and(a, c)"),
    Case("\"a\"AND\"b\"OR\"c\"", "or(and(a, b), c)"),
    Case(#""猫" AND "🐕‍🦺""#, "and(猫, 🐕‍🦺)"),
  ]

  /// Every form of condition is read as the grammar has it; a case without an outline is one that is refused.
  @Test(arguments: cases) func reads(_ item: Case) {
    let parsed = PolicyParser.parse("LABEL \"l\" {\n\(item.rules)\n}")
    #expect(parsed.hasErrors == item.outline.isEmpty)
    if !item.outline.isEmpty { #expect(parsed.outline == item.outline) }
  }

  /// A rule keeps its own text, word for word.
  @Test func sourceOfARule() {
    let parsed = PolicyParser.parse("LABEL \"l\" { \u{201c}a\"  and\n\"b\" , \"c\" }")
    #expect(parsed.syntax.labels.flatMap { $0.rules.map(\.source) } == ["\u{201c}a\"  and\n\"b\"", "\"c\""])
  }
}
