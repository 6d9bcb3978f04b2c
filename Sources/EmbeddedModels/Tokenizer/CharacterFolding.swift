internal import Foundation

/// What each Unicode scalar of a text becomes before words are looked up: BERT's normalizer (clean, Chinese characters
/// apart, no accents, lower case) and its splitting at white space and punctuation, in one table.
///
/// All of it is a function of single scalars: reordering of marks, the one thing that is not, moves only marks that are
/// stripped or that no piece contains.
struct CharacterFolding: Sendable {
  enum Kind: UInt32 {
    /// Stripped, as if it were not there.
    case dropped
    /// Ends a word.
    case space
    /// Part of a word.
    case letters
    /// A word by itself.
    case isolated
  }

  /// Kind, then length and offset of the bytes in the pool; length 0 stands for the scalar's own bytes.
  struct Entry {
    fileprivate var bits: UInt32

    fileprivate init(_ kind: Kind, offset: Int = 0, length: Int = 0) {
      bits = kind.rawValue << 30 | UInt32(length) << 24 | UInt32(offset)
    }

    var kind: Kind {
      switch bits >> 30 {
      case 0: .dropped
      case 1: .space
      case 2: .letters
      default: .isolated
      }
    }

    fileprivate var range: Range<Int> {
      let offset = Int(bits & 0xFF_FFFF)
      return offset..<offset + Int(bits >> 24 & 0x3F)
    }
  }

  /// No scalar from here on decomposes or has a case.
  private static let tableEnd: UInt32 = 0x2FA20

  private var entries: [Entry] = []
  private var pool: [UInt8] = []

  init() {
    entries = (0..<Self.tableEnd).map(Self.simpleEntry)
    fold(Self.changing(in: entries))
  }

  subscript(scalar: UInt32) -> Entry {
    scalar < Self.tableEnd ? entries[Int(scalar)] : Self.simpleEntry(scalar)
  }

  /// The bytes that an entry stands for: the scalar's own, at a place in the text, where it does not change.
  func withBytes(
    of entry: Entry, or text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let range = entry.range
    if range.isEmpty {
      body(UnsafeBufferPointer(rebasing: text[place]))
    } else {
      pool.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
  }
}

extension CharacterFolding {
  /// The scalars that may decompose or have a case: not most of the table, which is Chinese or unassigned.
  private static func changing(in entries: [Entry]) -> [Unicode.Scalar] {
    entries.indices.compactMap { index in
      guard entries[index].kind == .letters || entries[index].kind == .isolated,
        let scalar = Unicode.Scalar(UInt32(index)), !isUnifiedIdeograph(scalar.value)
      else { return nil }
      return scalar.properties.age == nil ? nil : scalar
    }
  }

  /// Puts what the scalars become into the table.
  private mutating func fold(_ scalars: [Unicode.Scalar]) {
    // Decomposed as one text, since a call for each takes a hundred times as long. Line feeds part them: nothing
    // composes, or changes places, across one.
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      text.append(scalar)
      text.append("\n")
    }
    var folded: [Unicode.Scalar] = []
    var index = 0
    for part in String(text).decomposedStringWithCanonicalMapping.unicodeScalars {
      if part == "\n" {
        replaceEntry(of: scalars[index], by: folded)
        folded.removeAll(keepingCapacity: true)
        index += 1
      } else if Self.category(of: part) != .nonspacingMark {
        if part.properties.changesWhenLowercased {
          folded.append(contentsOf: part.properties.lowercaseMapping.unicodeScalars)
        } else {
          folded.append(part)
        }
      }
    }
  }

  private mutating func replaceEntry(of scalar: Unicode.Scalar, by folded: [Unicode.Scalar]) {
    let place = Int(scalar.value)
    guard let first = folded.first else {
      entries[place] = Entry(.dropped)
      return
    }
    if folded.count == 1, first == scalar { return }
    // A sign that is struck through, as the unequal sign, is left with its punctuation mark.
    let known = entries[place].kind
    let kind = folded.count == 1 && known == .letters ? Self.simpleEntry(first.value).kind : known
    let offset = pool.count
    for scalar in folded { pool += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
    entries[place] = Entry(kind, offset: offset, length: pool.count - offset)
  }

  /// What a scalar becomes if it neither decomposes nor has a case.
  private static func simpleEntry(_ value: UInt32) -> Entry {
    guard let scalar = Unicode.Scalar(value) else { return Entry(.dropped) }
    if isChinese(value) { return Entry(.isolated) }
    switch scalar {
    case "\t", "\n", "\r": return Entry(.space)
    case "\u{FFFD}": return Entry(.dropped)
    case "$", "+", "<", "=", ">", "^", "`", "|", "~": return Entry(.isolated)
    default: break
    }
    switch category(of: scalar) {
    // Some control characters are white space too; they are dropped before that is asked.
    case .control, .format, .privateUse, .surrogate, .nonspacingMark:
      return Entry(.dropped)
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return Entry(.isolated)
    default:
      return Entry(scalar.properties.isWhitespace ? .space : .letters)
    }
  }

  /// A scalar's category in Unicode 8, which the reference was made with: what came later it does not know, and a few
  /// scalars have changed since.
  private static func category(of scalar: Unicode.Scalar) -> Unicode.GeneralCategory {
    switch scalar {
    case "\u{166D}", "\u{111C9}": return .otherPunctuation
    case "\u{1734}", "\u{1171E}": return .nonspacingMark
    case "\u{1885}", "\u{1886}": return .otherLetter
    case "\u{A9BD}": return .spacingMark
    default:
      let properties = scalar.properties
      guard let age = properties.age, age.major <= 8 else { return .unassigned }
      return properties.generalCategory
    }
  }

  /// What BERT sets apart as Chinese.
  private static func isChinese(_ value: UInt32) -> Bool {
    isUnifiedIdeograph(value) || (0xF900...0xFAFF).contains(value) || (0x2F800...0x2FA1F).contains(value)
  }

  /// What of it stands for itself. The last block begins later than Unicode's, as it does in the reference.
  private static func isUnifiedIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
      0x2B920...0x2CEAF:
      true
    default:
      false
    }
  }
}
