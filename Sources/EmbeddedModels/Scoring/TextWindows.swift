/// A stretch of a text that is encoded by itself.
struct TextWindow: Sendable, Equatable {
  /// UTF-8 offsets in the text.
  var place: Range<Int>
  /// Which of the text's pieces it holds.
  var pieces: Range<Int>
}

/// Cuts a text into windows, and of very many chooses some.
enum TextWindows {
  /// Cuts a text into windows of so many words, where a word is what stands between white space.
  ///
  /// A window also ends before it has more pieces than the model takes, so that of a text without spaces, or one of
  /// odd words, nothing goes unread.
  static func cut(_ text: TokenizedText, words limit: Int, maximumPieces: Int) -> [TextWindow] {
    var windows: [TextWindow] = []
    var words = 0
    for word in text.words {
      if word.followsSpace { words += 1 }
      if let window = windows.last, words <= limit, word.pieces.upperBound - window.pieces.lowerBound <= maximumPieces {
        windows[windows.count - 1] = TextWindow(
          place: window.place.lowerBound..<word.place.upperBound,
          pieces: window.pieces.lowerBound..<word.pieces.upperBound)
      } else {
        windows.append(TextWindow(place: word.place, pieces: word.pieces))
        words = 1
      }
    }
    return windows
  }

  /// Chooses windows when there are more than can be encoded in good time: pairs of neighbours, spread evenly from the
  /// text's start to its end.
  ///
  /// - Returns: indices, ascending; all where there are no more than `maximum`.
  static func choose(of count: Int, maximum: Int) -> [Int] {
    guard count > maximum, maximum >= 4 else { return Array(0..<min(count, max(maximum, 0))) }
    let pairs = maximum / 2
    return (0..<pairs).flatMap { pair in
      let first = pair * (count - 2) / (pairs - 1)
      return [first, first + 1]
    }
  }
}
