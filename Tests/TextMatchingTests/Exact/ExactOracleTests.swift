import Testing
import TextMatching

/// Exact matching beside a naive search that tries every stretch of a text.
struct ExactOracleTests {
  /// Random phrases are found in random texts just where the naive search finds them.
  @Test(arguments: 0..<60) func agreesWithNaiveSearch(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let phrases = (0..<12).map { _ in NaiveSearch.text(length: 1...4, &numbers) }
    let matcher = PhraseMatcher(phrases.map { Phrase($0, mode: .exact) })
    for _ in 0..<4 {
      let text = NaiveSearch.text(length: 0...30, &numbers)
      let expected = phrases.map { Array(NaiveSearch.places(of: $0, in: text).prefix(PhraseMatch.maximumSpans)) }
      #expect(
        matcher.matches(in: text).map { $0?.spans ?? [] } == expected,
        "\(phrases.map(\.debugDescription)) in \(text.debugDescription)")
    }
  }
}

/// A search that compares every stretch of a text with the phrase, by the standard library's equivalence.
private enum NaiveSearch {
  static let pieces: [String] = [
    "a", "A", "b", "ss", "ß", "é", "e\u{301}", "E", "\u{323}", " ", "\u{A0}", "\n", "-", "_", "+", "猫", "か", "が", "1",
  ]

  static func text(length: ClosedRange<Int>, _ numbers: inout SeededNumbers) -> String {
    (0..<Int.random(in: length, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined()
  }

  static func places(of phrase: String, in text: String) -> [Range<Int>] {
    let wanted = normal(phrase).unicodeScalars.drop { $0 == " " }
    let trimmed = String(String.UnicodeScalarView(wanted.reversed().drop { $0 == " " }.reversed()))
    guard !trimmed.isEmpty else { return [] }
    let scalars = Array(text.unicodeScalars)
    var places: [Range<Int>] = []
    var taken = 0
    var end = 0
    while end < scalars.count {
      end += 1
      guard isBorder(scalars, end) else { continue }
      for start in stride(from: end - 1, through: taken, by: -1) where isBorder(scalars, start) {
        let isSpaceCut = start > 0 && isSpace(scalars[start]) && isSpace(scalars[start - 1])
        let isSpaceCutAfter = end < scalars.count && isSpace(scalars[end]) && isSpace(scalars[end - 1])
        if isSpaceCut || isSpaceCutAfter { continue }
        var stretch = String.UnicodeScalarView()
        stretch.append(contentsOf: scalars[start..<end])
        if normal(String(stretch)) == trimmed {
          let offset = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
          places.append(offset..<offset + scalars[start..<end].reduce(0) { $0 + UTF8.width($1) })
          taken = end
          break
        }
      }
    }
    return places
  }

  private static func normal(_ text: String) -> String {
    var result = ""
    for character in text.lowercased().unicodeScalars {
      if isSpace(character) {
        if result.unicodeScalars.last != " " { result.unicodeScalars.append(" ") }
      } else if character == "ß" {
        result += "ss"
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.properties.isAlphabetic || scalar.properties.numericType != nil) && !isUnspaced(scalar)
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x3040 }

  private static func isBorder(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place > 0, place < scalars.count else { return true }
    if isMark(scalars[place]) { return false }
    guard let left = scalars[..<place].last(where: { !isMark($0) }) else { return true }
    return !(isWord(left) && isWord(scalars[place]))
  }
}
