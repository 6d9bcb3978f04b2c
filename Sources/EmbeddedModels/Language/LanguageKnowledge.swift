/// How far the model knows the language of a text: it was made for English, in Latin script.
///
/// Doubt must have its reasons. Few words, names, lists and code have no language to speak of, and count as known.
struct LanguageKnowledge: Sendable {
  /// Words as their pieces.
  private typealias Lexicon = Set<ArraySlice<Int32>>

  private let english: Lexicon
  private let others: Lexicon
  private let unknown: Int32

  init(tokenizer: WordPieceTokenizer) {
    func lexicon(_ words: String) -> Lexicon {
      let text = tokenizer.tokenize(words)
      return Set(text.words.map { text.pieces[$0.pieces] }.filter { $0 != [tokenizer.unknown] })
    }
    english = lexicon(FunctionWords.english)
    others = lexicon(FunctionWords.others).subtracting(english)
    unknown = tokenizer.unknown
  }

  /// For each window 0...1: none of it is in a language that the model knows, or all is.
  func shares(of windows: [TextWindow], of tokenized: TokenizedText, in text: String) -> [Double] {
    var text = text
    return text.withUTF8 { bytes in
      windows.map { window in
        var signs = Signs()
        for word in tokenized.words[window.words] { look(at: word, tokenized.pieces[word.pieces], bytes, &signs) }
        return signs.legibleShare * signs.englishShare
      }
    }
  }

  private func look(
    at word: TokenizedText.Word, _ pieces: ArraySlice<Int32>, _ bytes: UnsafeBufferPointer<UInt8>, _ signs: inout Signs
  ) {
    let letters = Letters(of: bytes, word.place)
    if pieces == [unknown] {
      signs.addIllegible(letters.latin + letters.others)
      return
    }
    // A single letter of another script is a symbol, as of a formula; a Chinese character is a word.
    if letters.others > 2 { signs.addIllegible(letters.others) }
    signs.latin += letters.latin
    guard letters.latin >= 2, letters.others == 0, !letters.haveDigits else { return }
    signs.words += 1
    if english.contains(pieces) {
      signs.english += 1
    } else if others.contains(pieces) {
      signs.others += 1
      signs.otherKinds.insert(pieces)
    } else if letters.areLowerCase {
      signs.plainWords += 1
      signs.plainPieces += pieces.count
    }
  }
}

/// What tells of a window's language.
private struct Signs {
  /// Letters by script, in UTF-8 bytes: a Chinese character says as much as three Latin letters.
  var latin = 0
  var illegible = 0

  /// Words in Latin letters; among them function words of English and of other languages.
  var words = 0
  var english = 0
  var others = 0
  var otherKinds: Set<ArraySlice<Int32>> = []

  /// Words in lower case that are neither, and their pieces: English ones have few.
  var plainWords = 0
  var plainPieces = 0

  mutating func addIllegible(_ letters: Int) {
    // What the model takes for one unknown word outweighs a sentence no more than a long word does.
    illegible += min(letters, 24)
  }

  /// How much of it the model can read: enough, where that is half.
  var legibleShare: Double {
    illegible == 0 ? 1 : min(1, 2 * Double(latin) / Double(latin + illegible))
  }

  /// How much of what it can read is English.
  var englishShare: Double { min(1 - certaintyOfOthers, 1 - certaintyOfNone) }

  /// Function words of other languages outnumber the English ones.
  private var certaintyOfOthers: Double {
    guard words >= 6, otherKinds.count >= 3 else { return 0 }
    return Self.rise(Double(others) / Double(others + english), 0.5...0.75)
  }

  /// There are no function words at all, and the words are strange: a language that the lists lack.
  private var certaintyOfNone: Double {
    guard plainWords >= 40, english * 25 <= words else { return 0 }
    return Self.rise(Double(plainPieces) / Double(plainWords), 1.9...2.5)
  }

  /// From 0 at the range's start to 1 at its end.
  private static func rise(_ value: Double, _ range: ClosedRange<Double>) -> Double {
    min(max((value - range.lowerBound) / (range.upperBound - range.lowerBound), 0), 1)
  }
}

/// What the letters of a word are.
private struct Letters {
  /// In UTF-8 bytes; an accented letter counts as one, as it is read without its accent.
  private(set) var latin = 0
  private(set) var others = 0
  private(set) var haveDigits = false
  private(set) var areLowerCase = true

  init(of bytes: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) {
    var offset = place.lowerBound
    while offset < place.upperBound {
      let (scalar, width) = UTF8Scalar.decode(bytes, at: offset)
      offset += width
      switch scalar {
      case 0x61...0x7A: latin += 1
      case 0x41...0x5A:
        latin += 1
        areLowerCase = false
      case 0x30...0x39: haveDigits = true
      case 0..<0x80: break
      case 0xC0...0x2AF, 0x1E00...0x1EFF: latin += 1
      default:
        if let scalar = Unicode.Scalar(scalar), scalar.properties.isAlphabetic { others += width }
      }
    }
  }
}
