/// What becomes of the pieces a text is cut into.
protocol PieceSink {
  mutating func add(_ piece: Int32)
  /// The pieces since the last call are one word, which stands there in the text (UTF-8 offsets).
  mutating func endWord(at place: Range<Int>)
  /// White space in the text.
  mutating func addSpace()
}

/// Counts pieces and keeps none.
struct PieceCounter: PieceSink {
  private(set) var count = 0

  mutating func add(_ piece: Int32) { count += 1 }
  mutating func endWord(at place: Range<Int>) {}
  mutating func addSpace() {}
}
