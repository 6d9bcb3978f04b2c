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

extension TokenizedText {
  mutating func append(_ other: TokenizedText, words range: Range<Int>) {
    for word in other.words[range] { append(word, other.pieces[word.pieces]) }
  }

  mutating func append(_ word: DisguiseReading.Word) {
    append(Word(place: word.place, pieces: 0..<0, followsSpace: word.followsSpace), word.pieces[...])
  }

  private mutating func append(_ word: Word, _ wordPieces: ArraySlice<Int32>) {
    var word = word
    word.pieces = pieces.count..<pieces.count + wordPieces.count
    pieces += wordPieces
    words.append(word)
  }
}
