import Testing
import TextMatching

/// Any one disguise of a phrase inside of a sentence is found, just where it is.
struct DisguiseTests {
  enum Disguise: String, CaseIterable {
    case capitals, digits, symbols, cyrillic, fullwidth, circled, accents, zeroWidth, softHyphens, directions, spaces,
      dots, hyphens, lines, drawnOut, hiddenVowel, emoji

    func apply(_ phrase: String) -> String {
      switch self {
      case .capitals: phrase.uppercased()
      case .digits: replace(phrase, ["a": "4", "e": "3", "i": "1", "o": "0"])
      case .symbols: replace(phrase, ["a": "@", "i": "!", "s": "$"])
      case .cyrillic: replace(phrase, ["a": "а", "e": "е", "o": "о", "c": "с"])
      case .fullwidth: map(phrase) { Unicode.Scalar($0.value - 0x61 + 0xFF41) }
      case .circled: map(phrase) { Unicode.Scalar($0.value - 0x61 + 0x24D0) }
      case .accents: between(phrase, "\u{301}", after: true)
      case .zeroWidth: between(phrase, "\u{200B}")
      case .softHyphens: between(phrase, "\u{AD}")
      case .directions: between(phrase, "\u{202A}\u{202C}")
      case .spaces: between(phrase, " ")
      case .dots: between(phrase, ".")
      case .hyphens: between(phrase, " - ")
      case .lines: between(phrase, "\n")
      case .emoji: between(phrase, "😀")
      case .drawnOut: phrase.map { $0 == " " ? " " : String(repeating: $0, count: 4) }.joined()
      case .hiddenVowel: hideVowel(phrase)
      }
    }

    private func replace(_ phrase: String, _ letters: [Character: String]) -> String {
      phrase.map { letters[$0] ?? String($0) }.joined()
    }

    private func map(_ phrase: String, _ letter: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
      var result = String.UnicodeScalarView()
      for scalar in phrase.unicodeScalars {
        result.append(("a"..."z").contains(scalar) ? letter(scalar) ?? scalar : scalar)
      }
      return String(result)
    }

    /// Puts something between the letters of each word.
    private func between(_ phrase: String, _ separator: String, after: Bool = false) -> String {
      phrase.split(separator: " ").map { word in
        word.map(String.init).joined(separator: separator) + (after ? separator : "")
      }.joined(separator: separator.contains(" ") ? "   " : " ")
    }

    /// Hides a vowel of the longest word.
    private func hideVowel(_ phrase: String) -> String {
      let longest = phrase.split(separator: " ").max { $0.count < $1.count } ?? ""
      guard let vowel = longest.dropFirst().firstIndex(where: { "aeiou".contains($0) }) else { return phrase }
      return phrase.replacingCharacters(in: vowel, with: "*")
    }
  }

  static let phrases = [
    "hate", "kill", "idiot", "scam", "bitch", "nazi", "moron", "retard", "viagra", "casino", "terrorist", "bastard",
    "free money", "kill yourself", "wire transfer", "go to hell",
  ]
  static let sentences = [("", ""), ("You are ", " and more"), ("Well, (", ")!"), ("и вот ", ", да"), ("我", "你")]

  /// The place is found with a score of at least one half, in every sentence.
  @Test(arguments: phrases, Disguise.allCases) func isFound(phrase: String, disguise: Disguise) {
    let disguised = disguise.apply(phrase)
    let failures = Self.sentences.filter { before, after in
      let found = match(phrase, .fuzzy, in: before + disguised + after)
      let start = before.utf8.count
      // Accents after the last letter belong to it; nothing else may be cut off or added.
      return found.map { $0.score < 0.5 || $0.spans != [start..<start + disguised.utf8.count] } ?? true
    }
    #expect(failures.isEmpty, "\(disguised)")
  }
}

extension String {
  fileprivate func replacingCharacters(in index: Index, with replacement: String) -> String {
    self[..<index] + replacement + self[self.index(after: index)...]
  }
}
