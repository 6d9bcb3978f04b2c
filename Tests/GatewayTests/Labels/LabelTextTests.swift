internal import PolicyEvaluation
internal import PolicyLanguage
internal import Testing

@testable internal import Gateway

/// What a label's text may be.
struct LabelTextTests {
  /// One label is read, with whatever stands in it and whatever comments stand around it.
  @Test(arguments: [
    #"LABEL "a" { "b" }"#, "// why\nLABEL \"a\": \"m\" { \"b\" UNLESS { =(\"c\") } } // so",
    #"SECTION "a" { ANY("b", "c") }"#,
  ])
  func readsALabel(text: String) throws {
    let read = try LabelText.read(text).get()
    #expect(read.compiled.labels.map(\.name) == ["a"])
  }

  /// Anything beside the label is an error, at its place.
  @Test(arguments: [
    ("", 1, "label"), ("LABEL \"a\" { \"b\" }\nLABEL \"c\" { \"d\" }", 2, "a second label"),
    ("LABEL \"a\" { \"b\" }\n\nUNLESS { \"c\" }", 3, "outside the label"), (#"LABEL "a" { "b" "#, 1, "}"),
    ("LABEL \"a\" { \"b\" }\nPRIORITY: \"a\" > \"b\"", 2, "b"),
  ])
  func refuses(text: String, line: Int, says: String) {
    let error = #expect(throws: Diagnostic.self) { try LabelText.read(text).get() }
    #expect(error?.range.start.line == line && error?.message.contains(says) == true, "\(error?.message ?? "")")
  }

  /// Texts that differ in white space alone have one form.
  @Test func formats() throws {
    let one = try LabelText.read("LABEL \"a\" { \"b\"   AND\n\"c\" }").get().formatted
    let other = try LabelText.read("  label \"a\"\n{ \"b\" AND \"c\", }\n").get().formatted
    let another = try LabelText.read(#"LABEL "a" { "b" OR "c" }"#).get().formatted
    #expect(one == other && one != another)
  }
}
