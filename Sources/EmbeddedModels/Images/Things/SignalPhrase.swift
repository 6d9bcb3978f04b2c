/// The words of a signal, less those that only say that it is about an image.
struct SignalPhrase: Hashable, Sendable {
  let text: String

  /// - Parameter signal: as its author wrote it: "A photo of a cat." is "cat".
  init(_ signal: String, _ rule: ThingRule.Phrase) {
    let spaced = signal.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var words = spaced.trimming(" .?!\"'").split(separator: " ", omittingEmptySubsequences: false)[...]
    let rest = words.drop { rule.articles.contains(String($0)) || rule.manner.contains(String($0)) }
    if let first = rest.first, rule.media.contains(String(first)) {
      let shown = rest.dropFirst()
      // The longest first, of equal ones the one that is named first.
      let connectors = rule.connectors.map { $0.split(separator: " ") }
        .filter { shown.starts(with: $0) && shown.count > $0.count }
      let longest = connectors.map { $0.joined(separator: " ").count }.max()
      if let connector = connectors.first(where: { $0.joined(separator: " ").count == longest }) {
        words = shown.dropFirst(connector.count)
      }
    }
    while words.count > 1, let last = words.last, rule.media.contains(String(last)) { words.removeLast() }
    while words.count > 1, let first = words.first, rule.articles.contains(String(first)) { words.removeFirst() }
    text = words.joined(separator: " ")
  }

  /// "guns, knives or swords" is three phrases.
  func alternatives(_ rule: ThingRule.Phrase) -> [SignalPhrase] {
    Self.parts(of: Array(text)).filter { !$0.isEmpty }.map { SignalPhrase($0, rule) }
  }

  /// Those that mean something by themselves.
  func words(_ rule: ThingRule.Phrase) -> [String] { Self.words(of: text).filter { !rule.small.contains($0) } }

  func isNegated(_ rule: ThingRule.Phrase) -> Bool { Self.words(of: text).contains { rule.negations.contains($0) } }

  /// Runs of English letters and apostrophes.
  static func words(of text: String) -> [String] {
    text.lowercased().utf8.split { !($0 == UInt8(ascii: "'") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Cut at commas, slashes, `or` and `and/or`, with the spaces around them, and an `or` that follows a comma.
  private static func parts(of text: [Character]) -> [String] {
    var parts: [String] = []
    var part = ""
    var place = 0
    while place < text.count {
      if let end = endOfSeparator(at: place, in: text) {
        parts.append(part)
        part = ""
        place = end
      } else {
        part.append(text[place])
        place += 1
      }
    }
    return parts + [part]
  }

  private static func endOfSeparator(at place: Int, in text: [Character]) -> Int? {
    let after = spaces(from: place, in: text)
    if after < text.count, text[after] == "," {
      let next = spaces(from: after + 1, in: text)
      return word("or", at: next, in: text) ?? next
    }
    if after > place, let end = word("or", at: after, in: text) ?? word("and/or", at: after, in: text) { return end }
    return after < text.count && text[after] == "/" ? spaces(from: after + 1, in: text) : nil
  }

  /// Where a word and the spaces after it, at least one, end.
  private static func word(_ word: String, at place: Int, in text: [Character]) -> Int? {
    guard text[place...].starts(with: word) else { return nil }
    let end = spaces(from: place + word.count, in: text)
    return end > place + word.count ? end : nil
  }

  private static func spaces(from place: Int, in text: [Character]) -> Int {
    var end = place
    while end < text.count, text[end].isWhitespace { end += 1 }
    return end
  }
}

extension String {
  /// Without any of these characters at its ends.
  func trimming(_ characters: String) -> Substring {
    var trimmed = self[...]
    while let first = trimmed.first, characters.contains(first) { trimmed.removeFirst() }
    while let last = trimmed.last, characters.contains(last) { trimmed.removeLast() }
    return trimmed
  }
}
