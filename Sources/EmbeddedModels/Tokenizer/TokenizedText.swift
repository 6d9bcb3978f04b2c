/// A text cut into pieces, and the words these make up.
package struct TokenizedText: Sendable {
  /// What is looked up as one: a run of letters and digits, or a punctuation mark or Chinese character by itself.
  package struct Word: Sendable {
    /// UTF-8 offsets in the text.
    package var place: Range<Int>
    package var pieces: Range<Int>
    /// Whether white space, or the text's start, stands before it.
    package var followsSpace: Bool
  }

  package private(set) var pieces: [Int32] = []
  package private(set) var words: [Word] = []
  private var followsSpace = true
}

extension TokenizedText: PieceSink {
  mutating func add(_ piece: Int32) { pieces.append(piece) }

  mutating func endWord(at place: Range<Int>) {
    let start = words.last?.pieces.upperBound ?? 0
    words.append(Word(place: place, pieces: start..<pieces.count, followsSpace: followsSpace))
    followsSpace = false
  }

  mutating func addSpace() { followsSpace = true }
}
