/// Letters with digits and signs among them, as "tr4sh" and "k!ll". A tokenizer makes one or several words of it.
struct SignedWord {
  private let words: Range<Int>
  private let characters: [UInt8]
  private let first: TokenizedText.Word
  private let place: Range<Int>
  /// How many pieces it has as it is written.
  private let pieces: Int

  /// What stands at an end is as likely a number or a mark, unless there are so many characters.
  private static let long = 5
  private static let longest = 64

  /// - Parameter start: the index of its first word.
  /// - Returns: nil where no character can stand for a letter that it is not.
  init?(in text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard Self.mayBegin(at: text.words[start].place.lowerBound, bytes) else { return nil }
    let end = Self.end(in: text, bytes, from: start)
    guard end > start else { return nil }
    words = start..<end
    first = text.words[start]
    place = first.place.lowerBound..<text.words[end - 1].place.upperBound
    pieces = text.words[end - 1].pieces.upperBound - first.pieces.lowerBound
    let written = bytes[place]
    let letters = written.count(where: \.isASCIILetter)
    guard letters < written.count, letters >= 2, letters * 2 >= written.count, written.count <= Self.longest else {
      return nil
    }
    let isSignedWithin = written.dropFirst().dropLast().contains { !$0.isASCIILetter }
    guard written.count >= Self.long || isSignedWithin else { return nil }
    characters = Array(written)
  }

  /// Whether what stands before it is none of the word.
  private static func mayBegin(at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    return !before.isASCIILetter && !before.isASCIIDigit && !"@$!".utf8.contains(before)
  }

  /// Where the words end that have no space, and nothing but letters, digits and signs, between them; or sooner, past the
  /// length of any that is read.
  private static func end(in text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.words.count, end - start <= longest {
      let place = text.words[end].place
      guard end == start || place.lowerBound == text.words[end - 1].place.upperBound else { break }
      let isPart: Bool
      switch bytes[place.lowerBound] {
      case UInt8(ascii: "$"): isPart = true
      case UInt8(ascii: "@"): isPart = end > start
      // Before anything but a small letter it ends a sentence.
      case UInt8(ascii: "!"):
        isPart = end > start && place.upperBound < bytes.count && bytes[place.upperBound].isASCIISmallLetter
      default: isPart = bytes[place].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
      guard isPart else { break }
      end += 1
    }
    return end
  }

  /// The letters that the signs look like, where read so it has fewer pieces; else nil.
  func meaning(_ tokenizer: WordPieceTokenizer) -> DisguiseReading? {
    var best: [Int32]?
    for second in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      var read: [UInt8] = []
      for character in characters {
        guard let letter = Self.letter(of: character, or: second) else { return nil }
        read.append(letter)
      }
      let cut = tokenizer.pieces(of: read)
      if cut.count < best?.count ?? pieces { best = cut }
    }
    guard let best else { return nil }
    return DisguiseReading(
      words: words, meaning: [.init(place: place, followsSpace: first.followsSpace, pieces: best)])
  }

  /// - Parameter second: what "1" and "!" are.
  private static func letter(of character: UInt8, or second: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"): second
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    default: character.isASCIILetter ? character.asSmallLetter : nil
    }
  }
}
