/// Reads words in disguise as they are meant, "tr4sh" as "trash" and "s c u m" as "scum", so that an encoder that never
/// saw them so spelt knows them.
///
/// Only pieces change: a word's place stays what is written in the text. The models are judged through the same in
/// Python, Models/training/disguise.py.
struct DisguiseReader: Sendable {
  let tokenizer: WordPieceTokenizer

  func read(_ tokenized: TokenizedText, of text: String) -> TokenizedText {
    var text = text
    return text.withUTF8 { bytes in
      var read = TokenizedText()
      // Words up to here are in `read`, which is begun only once there is something to change.
      var done = 0
      var index = 0
      while index < tokenized.words.count {
        guard let found = reading(of: tokenized, bytes, at: index) else {
          index += 1
          continue
        }
        if let meaning = found.meaning {
          read.append(tokenized, words: done..<index)
          for word in meaning { read.append(word) }
          done = found.words.upperBound
        }
        index = found.words.upperBound
      }
      if done == 0 { return tokenized }
      read.append(tokenized, words: done..<tokenized.words.count)
      return read
    }
  }

  private func reading(
    of text: TokenizedText, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> DisguiseReading? {
    SpacedLetters(in: text, bytes, at: index)?.meaning(tokenizer)
      ?? SignedWord(in: text, bytes, at: index)?.meaning(tokenizer)
  }
}

/// What some words of a text are read as.
struct DisguiseReading {
  struct Word {
    var place: Range<Int>
    var followsSpace: Bool
    var pieces: [Int32]
  }

  /// Those words, by their indices.
  var words: Range<Int>
  /// What takes their place; nil where they are left as they are written.
  var meaning: [Word]?
}
