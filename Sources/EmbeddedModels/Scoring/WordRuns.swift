/// The words of a text as the profanity list has them: runs of letters, digits and underscores, in lower case.
struct WordRuns {
  private var word: [UInt8] = []
  private var length = 0

  /// - Parameter body: called with the UTF-8 of each word of two or more characters.
  static func forEach(in text: String, _ body: ([UInt8]) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var runs = WordRuns()
      var offset = 0
      while offset < bytes.count {
        let (value, width) = UTF8Scalar.decode(bytes, at: offset)
        offset += width
        switch value {
        case 0x61...0x7A, 0x30...0x39, 0x5F: runs.add(CollectionOfOne(UInt8(value)))
        case 0x41...0x5A: runs.add(CollectionOfOne(UInt8(value + 0x20)))
        case 0..<0x80: runs.finish(body)
        default: runs.addFolded(value, body)
        }
      }
      runs.finish(body)
    }
  }

  private mutating func add(_ bytes: some Collection<UInt8>) {
    word.append(contentsOf: bytes)
    length += 1
  }

  private mutating func addFolded(_ value: UInt32, _ body: ([UInt8]) -> Void) {
    guard let scalar = Unicode.Scalar(value) else { return }
    for part in scalar.properties.lowercaseMapping.unicodeScalars {
      if Self.isWordPart(part), let bytes = UTF8.encode(part) { add(bytes) } else { finish(body) }
    }
  }

  private mutating func finish(_ body: ([UInt8]) -> Void) {
    if length >= 2 { body(word) }
    word.removeAll(keepingCapacity: true)
    length = 0
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default:
      false
    }
  }
}
