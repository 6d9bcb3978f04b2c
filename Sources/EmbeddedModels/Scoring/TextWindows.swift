internal import Foundation

/// A stretch of a text that is encoded by itself.
struct TextWindow: Sendable, Equatable {
  /// UTF-8 offsets in the text.
  var place: Range<Int>
  /// Which of the text's words it holds.
  var words: Range<Int>
  /// Which of its pieces.
  var pieces: Range<Int>
}

/// Cuts a text into windows, and of very many chooses some.
enum TextWindows {
  /// Cuts a text into windows of so many words, where a word is what stands between white space; the last one ends with
  /// the text.
  ///
  /// A window also ends before it has more pieces than the model takes, so that of a text without spaces, or one of
  /// odd words, nothing goes unread.
  ///
  /// - Parameter step: after how many words, or as large a share of the pieces, the next one begins.
  static func cut(_ text: TokenizedText, words limit: Int, step: Int, maximumPieces: Int) -> [TextWindow] {
    var windows: [TextWindow] = []
    var start = 0
    while start < text.words.count {
      let end = reach(from: start, words: limit, pieces: maximumPieces, in: text)
      let (first, last) = (text.words[start], text.words[end - 1])
      windows.append(
        TextWindow(
          place: first.place.lowerBound..<last.place.upperBound, words: start..<end,
          pieces: first.pieces.lowerBound..<last.pieces.upperBound))
      if end == text.words.count { break }
      // INVARIANT: it goes no further than `end`, so windows leave nothing out.
      start = reach(from: start, words: step, pieces: maximumPieces * step / limit, in: text)
    }
    return windows
  }

  /// How far one gets with so many words, and so many pieces; past one word in any case.
  private static func reach(from start: Int, words limit: Int, pieces maximum: Int, in text: TokenizedText) -> Int {
    var end = start + 1
    var words = 1
    while end < text.words.count {
      let word = text.words[end]
      if word.followsSpace { words += 1 }
      if words > limit || word.pieces.upperBound - text.words[start].pieces.lowerBound > maximum { break }
      end += 1
    }
    return end
  }

  /// How much of a penalty a text of so many windows has.
  ///
  /// It is nothing for one window, and grows with the logarithm of their number; eight windows more than one, some 500
  /// words, count as a doubling.
  static func penalty(of count: Int) -> Double { log(1 + Double(count - 1) / 8) }

  /// Chooses windows when there are more than can be encoded in good time: spread evenly from the text's start to its
  /// end.
  ///
  /// - Returns: indices, ascending; all where there are no more than `maximum`.
  static func choose(of count: Int, maximum: Int) -> [Int] {
    guard count > maximum, maximum >= 2 else { return Array(0..<min(count, max(maximum, 0))) }
    return (0..<maximum).map { $0 * (count - 1) / (maximum - 1) }
  }
}
