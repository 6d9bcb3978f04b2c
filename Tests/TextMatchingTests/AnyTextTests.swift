import Testing
import TextMatching

/// Whatever a text or a phrase is made of, searching it ends well.
struct AnyTextTests {
  /// Texts of random scalars: spans are whole scalars of the text, in order, apart, few, and scores are within bounds.
  @Test(arguments: 0..<40) func hasSoundSpans(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let phrases = (0..<20).map { _ in randomText(1...5, &numbers) }
    let matcher = PhraseMatcher(phrases.enumerated().map { Phrase($1, mode: $0 % 2 == 0 ? .exact : .fuzzy) })
    for _ in 0..<10 {
      // Some of the phrases stand in the text, so that there is something to find.
      let text =
        randomText(0...30, &numbers) + " " + (phrases.randomElement(using: &numbers) ?? "") + " "
        + randomText(0...30, &numbers)
      let borders = Set(text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) })
        .union([text.utf8.count])
      for match in matcher.matches(in: text) {
        guard let match else { continue }
        let isSound =
          (0...1).contains(match.score) && !match.spans.isEmpty && match.spans.count <= PhraseMatch.maximumSpans
          && match.spans.allSatisfy {
            borders.contains($0.lowerBound) && borders.contains($0.upperBound) && !$0.isEmpty
          }
          && zip(match.spans, match.spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound }
        #expect(isSound, "\(phrases) in \(text.debugDescription)")
      }
    }
  }

  /// Every scalar is found where it stands alone, save white space and variation selectors.
  @Test(arguments: Array(stride(from: UInt32(0x21), to: 0x30000, by: 0x2000))) func findsEveryScalar(first: UInt32) {
    var text = ""
    var places: [(phrase: String, span: Range<Int>)] = []
    for value in first..<first + 0x2000 {
      guard let scalar = Unicode.Scalar(value), !scalar.properties.isWhitespace, !(0xFE00...0xFE0F).contains(value)
      else { continue }
      let start = text.utf8.count
      text.unicodeScalars.append(scalar)
      places.append((String(Character(scalar)), start..<text.utf8.count))
      text += "\n"
    }
    let matches = PhraseMatcher(places.map { Phrase($0.phrase, mode: .exact) }).matches(in: text)
    let missing = zip(places, matches).filter { place, match in match?.spans.contains(place.span) != true }
    // After a line break every scalar but a mark begins a word; marks belong to what stands before them.
    #expect(missing.allSatisfy { isMark($0.0.phrase) }, "\(missing.map(\.0.phrase))")
  }

  private func isMark(_ text: String) -> Bool {
    switch text.unicodeScalars.first?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private func randomText(_ length: ClosedRange<Int>, _ numbers: inout SeededNumbers) -> String {
    let blocks: [ClosedRange<UInt32>] = [
      0...0x7F, 0x20...0x7E, 0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x370...0x5FF, 0x600...0x6FF, 0x900...0xDFF,
      0xE00...0x10FF, 0x1100...0x11FF, 0x1D00...0x1FFF, 0x2000...0x27BF, 0x3040...0x30FF, 0x4E00...0x4E40,
      0xAC00...0xAD00, 0xFB00...0xFFFD, 0x1D400...0x1D7FF, 0x1F100...0x1F64F, 0xE0000...0xE01EF, 0x10FF00...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &numbers) {
      guard let block = blocks.randomElement(using: &numbers) else { continue }
      if let scalar = Unicode.Scalar(UInt32.random(in: block, using: &numbers)) { text.append(scalar) }
    }
    return String(text)
  }
}
