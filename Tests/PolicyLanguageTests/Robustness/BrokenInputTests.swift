import PolicyLanguage
import Testing

@Suite struct BrokenInputTests {
  private static let iterations = 20_000
  private static let pieces = [
    "\"", "\u{201c}", "{", "}", "(", ")", "[", "]", ",", ":", ">", "=", "~", "?", "//", "\\", "\n", "\r", "\0",
    "\u{feff}", "é",
    "LABEL", "section", "UNLESS", "EXCEPT", "WHEN", "PRIORITY", "AND", "or", "NOT", "ANY", "none", "SENTIMENT", "\"\"",
    "x",
  ]

  /// Whatever is done to a policy, reading it ends, its diagnostics are in order and within the text, and what is read
  /// without error can be formatted to the same.
  @Test func mutations() {
    var random = SeededGenerator(seed: 7)
    var texts: [[UInt8]] = []
    for seed in 0..<UInt64(200) {
      var generator = PolicyGenerator(seed: seed)
      let text = generator.policy()
      if text.utf8.count < 300 { texts.append(Array(text.utf8)) }
    }
    for iteration in 0..<Self.iterations {
      var bytes = random.one(of: texts)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&bytes, &random) }
      guard let problem = Self.problem(of: bytes) else { continue }
      Issue.record("iteration \(iteration): \(problem)\n\(String(decoding: bytes, as: UTF8.self))")
      return
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...12, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: random.one(of: pieces).utf8, at: place)
    case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
    case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &random) }
    default: bytes.removeSubrange(place...)
    }
  }

  private static func problem(of bytes: [UInt8]) -> String? {
    let parsed = PolicyParser.parse(utf8: bytes)
    let length = parsed.source.utf8.count
    let ranges = parsed.diagnostics.flatMap { [$0.range] + $0.notes.map(\.range) + $0.fixes.map(\.range) }
    if ranges.contains(where: { $0.start > $0.end || $0.start.offset < 0 || $0.end.offset > length }) {
      return "a range is outside the text"
    }
    if parsed.diagnostics.map(\.range.start) != parsed.diagnostics.map(\.range.start).sorted() { return "out of order" }
    if DiagnosticRenderer(.human).render([.init(file: "f", source: parsed.source, diagnostics: parsed.diagnostics)])
      .isEmpty != parsed.diagnostics.isEmpty
    {
      return "rendered to nothing"
    }
    if parsed.hasErrors { return nil }
    let formatted = PolicyFormatter.format(parsed.syntax)
    let again = PolicyParser.parse(formatted)
    if again.hasErrors { return "formatting made an error: \(again.errors.map(\.place))" }
    if again.syntax.bare != parsed.syntax.bare { return "formatting changed the policy" }
    return PolicyFormatter.format(again.syntax) == formatted ? nil : "formatting again changed it"
  }

  /// The largest texts of the worst shapes are read to their end: work that grew with the square of their length would
  /// not end within the limit, by a factor of hundreds.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "(", "NOT ", "NOT (", "ANY(", "\"", "\u{201c}", "\"\n", "\"a\" [", "\"a\" [in] ", "=(\"a\" ", "UNLESS {",
      "EXCEPT ", "LABEL \"a\" {",
      "LABEL \"a", "PRIORITY: \"a\" > \"b\" ", "// a\n", "\\", "\"\\", "}", "{", ",", "a ", "\"a\" AND ",
      "\"a\" OR \"b\" AND ",
      "LABEL \"a\" { ~(\"b\") } ", "\u{feff}", "\0", "\r", "é", "(\"a\"", "\"a\" // b\n",
      "LABEL \"l\" { \"a?\" [x] \"a\" AND NOT \"a\" }",
    ])
  func largest(piece: String) {
    let count = PolicyLimits.textBytes / piece.utf8.count
    for prefix in ["", "LABEL \"l\" { "] {
      let text = prefix + String(repeating: piece, count: count - prefix.utf8.count)
      let parsed = PolicyParser.parse(text)
      #expect(parsed.diagnostics.count <= PolicyLimits.diagnostics && !parsed.diagnostics.isEmpty)
      _ = PolicyFormatter.format(parsed.syntax)
    }
  }

  /// A hundred thousand parentheses are an error and no crash.
  @Test(arguments: ["(", "ANY(", "NOT ", "NOT NONE(", "=("]) func deepNesting(piece: String) {
    let text = "LABEL \"l\" {\n" + String(repeating: piece, count: 100_000) + "\"x\"\n}"
    let codes = PolicyParser.parse(text).errors.map(\.code)
    #expect([[.nestedTooDeep], [.textTooLong], [.unexpectedToken]].contains(codes))
  }

  /// Conditions as deep and as long as they may be are read, linted and formatted.
  @Test func deepestAndLongest() {
    let deep = String(repeating: "NOT ANY(\"x\", ", count: 32) + "\"y\"" + String(repeating: ")", count: 32)
    let long = Array(repeating: "\"a signal\"", count: 10_000).joined(separator: " AND ")
    let parsed = PolicyParser.parse("LABEL \"l\" {\n\(deep)\n\(long)\n}")
    #expect(!parsed.hasErrors)
    let formatted = PolicyFormatter.format(parsed.syntax)
    #expect(PolicyParser.parse(formatted).syntax.bare == parsed.syntax.bare)
  }
}
