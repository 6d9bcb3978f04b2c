import PolicyLanguage
import Testing

@Suite struct FormatterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var formatted: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "capitals, straight quotes, one rule a line",
      text: "label\u{201c} l \u{201d}:\"m\"{\"a\" \"b\"?,any ( \"c\"\"d\",)\n except   when{not\"e\"}}",
      formatted: """
        LABEL "l": "m" {
          "a"
          "b"?
          ANY("c", "d")
          EXCEPT WHEN {
            NOT "e"
          }
        }

        """),
    Case(
      name: "a blank line between items, none between priorities",
      text: """
        PRIORITY: "a" > "b" PRIORITY: "b" > "c" SECTION "a" { "x" } LABEL "b" { "y" }


        UNLESS { "z" }
        """,
      formatted: """
        PRIORITY: "a" > "b"
        PRIORITY: "b" > "c"

        SECTION "a" {
          "x"
        }

        LABEL "b" {
          "y"
        }

        UNLESS {
          "z"
        }

        """),
    Case(
      name: "comments stay where they stand",
      text: """
        // top

        // about l
        LABEL "l" // head
        {  // open
          // about a
          "a" // a
          , // after the comma

          // apart
          ANY("b", // b
            // about c
            "c"
            // end of list
          ) // list
          "d" AND // because
            "e"
          "f" [IN] // inside
            "g"
          // end of rules
        } // closed
        // bottom
        """,
      formatted: """
        // top

        // about l
        // head
        LABEL "l" {  // open
          // about a
          // a
          "a"  // after the comma

          // apart
          ANY(
            "b",  // b
            // about c
            "c"
            // end of list
          )  // list
          "d"  // because
            AND "e"
          "f" [IN] "g"  // inside
          // end of rules
        }  // closed
        // bottom

        """),
    Case(
      name: "blank lines between rules become one",
      text: "LABEL \"l\" {\n\n\n\"a\"\n\n\n\n\"b\"\n\"c\"\n\n}",
      formatted: "LABEL \"l\" {\n  \"a\"\n\n  \"b\"\n  \"c\"\n}\n"),
    Case(
      name: "what is longer than a line stands over several",
      text: """
        LABEL "l" {
          "first rather long signal" OR ALL("second rather long signal", NOT ~("third", "fourth", "fifth")) AND "last"
          =("a phrase that takes some room", "another phrase that takes some room", "a third that does not fit")
        }
        """,
      formatted: """
        LABEL "l" {
          "first rather long signal"
            OR ALL("second rather long signal", NOT ~("third", "fourth", "fifth")) AND "last"
          =(
            "a phrase that takes some room",
            "another phrase that takes some room",
            "a third that does not fit"
          )
        }

        """),
    Case(
      name: "strings are written with what they need",
      text: #"LABEL "l": " as it is " { "C:\dir" "say \"no\"" "back\\slash" }"#,
      formatted: """
        LABEL "l": " as it is " {
          "C:\\\\dir"
          "say \\"no\\""
          "back\\\\slash"
        }

        """),
  ]

  /// A policy is written in the one form, and what is in that form stays.
  @Test(arguments: cases) func formats(_ item: Case) {
    let formatted = PolicyFormatter.format(PolicyParser.parse(item.text).syntax)
    #expect(formatted == item.formatted)
    #expect(PolicyFormatter.format(PolicyParser.parse(formatted).syntax) == formatted)
  }

  /// A hundred columns fit; one more do not.
  @Test(arguments: [(89, 3), (90, 6)]) func width(letters: Int, lines: Int) {
    let text = "LABEL \"l\" { (\"\(String(repeating: "a", count: letters))\", \"b\") }"
    let formatted = PolicyFormatter.format(PolicyParser.parse(text).syntax)
    #expect(formatted.split(separator: "\n").count == lines)
  }

  /// The canonical text of a condition is what the formatter writes on one line.
  @Test(arguments: [
    (#"not  =( "a" "b" ) and"c"?[in]"d""#, #"NOT =("a", "b") AND "c"? [IN] "d""#),
    (#"none("a",(“b” "c"),sentiment("\\"))"#, #"NONE("a", ("b", "c"), SENTIMENT("\\"))"#),
  ])
  func canonicalText(rule: String, canonical: String) {
    let rules = PolicyParser.parse("LABEL \"l\" { \(rule) }").syntax.labels.flatMap(\.rules)
    #expect(rules.map(\.condition.canonicalText) == [canonical])
  }
}
