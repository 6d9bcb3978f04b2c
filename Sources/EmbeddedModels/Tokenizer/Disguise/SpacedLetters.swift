/// Three or more letters that stand apart, always by the same one character, as "s c u m" and "h-a-t-e".
struct SpacedLetters {
  private let words: Range<Int>
  private let letters: [UInt8]
  private let places: [Range<Int>]
  private let followsSpace: Bool

  /// More letters than these are taken as several runs.
  private static let longest = 256
  private static let longestWord = 16
  /// As one word no more letters than these are read.
  private static let longestJoined = 20
  private static let shortWords: Set<[UInt8]> = Set(
    """
    a i am an as at be by do go he if in is it me my no of on or so to up us we
    """.split(separator: " ").map { Array($0.utf8) })

  /// - Parameter start: the index of the first letter.
  init?(in text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard Self.isLetter(start, in: text, bytes) else { return nil }
    var end = start + 1
    var letters = [start]
    var separator: UInt8?
    while letters.count < Self.longest, let next = Self.letter(after: end - 1, in: text, bytes),
      separator == nil || separator == next.separator
    {
      separator = next.separator
      letters.append(next.index)
      end = next.index + 1
    }
    guard letters.count >= 3 else { return nil }
    words = start..<end
    places = letters.map { text.words[$0].place }
    self.letters = places.map { bytes[$0.lowerBound].asSmallLetter }
    followsSpace = text.words[start].followsSpace
  }

  private static func isLetter(_ index: Int, in text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < text.words.count else { return false }
    let place = text.words[index].place
    return place.count == 1 && bytes[place.lowerBound].isASCIILetter
  }

  /// The next letter, and what stands between.
  private static func letter(
    after index: Int, in text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (index: Int, separator: UInt8)? {
    let end = text.words[index].place.upperBound
    guard end < bytes.count, " .-_*".utf8.contains(bytes[end]) else { return nil }
    let separator = bytes[end]
    let next = separator == UInt8(ascii: " ") ? index + 1 : index + 2
    guard isLetter(next, in: text, bytes), text.words[next].place.lowerBound == end + 1 else { return nil }
    return (next, separator)
  }

  /// As the fewest words there are in the letters, or as one.
  func meaning(_ tokenizer: WordPieceTokenizer) -> DisguiseReading {
    var parts = fewestWords(tokenizer)
    if parts.isEmpty || parts.count > 1 + letters.count / 4 {
      guard letters.count <= Self.longestJoined else { return DisguiseReading(words: words, meaning: nil) }
      parts = [0..<letters.count]
    }
    return DisguiseReading(
      words: words,
      meaning: parts.map { part in
        .init(
          place: places[part.lowerBound].lowerBound..<places[part.upperBound - 1].upperBound,
          followsSpace: part.lowerBound > 0 || followsSpace, pieces: tokenizer.pieces(of: Array(letters[part])))
      })
  }

  /// The letters cut into as few words as can be; none where they cannot.
  private func fewestWords(_ tokenizer: WordPieceTokenizer) -> [Range<Int>] {
    // Of the letters up to each place: in how many words, and where the last of them begins.
    var best: [(count: Int, start: Int)?] = [(0, 0)]
    for end in 1...letters.count {
      best.append(nil)
      for start in max(0, end - Self.longestWord)..<end {
        guard let before = best[start], before.count + 1 < best[end]?.count ?? .max,
          Self.isWord(Array(letters[start..<end]), tokenizer)
        else { continue }
        best[end] = (before.count + 1, start)
      }
    }
    var words: [Range<Int>] = []
    var end = letters.count
    while end > 0, let last = best[end] {
      words.append(last.start..<end)
      end = last.start
    }
    return words.reversed()
  }

  private static func isWord(_ letters: [UInt8], _ tokenizer: WordPieceTokenizer) -> Bool {
    letters.count > 2 ? tokenizer.isPiece(letters) : shortWords.contains(letters)
  }
}
