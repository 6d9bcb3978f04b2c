/// A text as exact matching sees it: full case folding, canonically decomposed and ordered, each run of white space one
/// space, variation selectors left out.
///
/// A symbol is a scalar, and a bit that says that no word border lies before it. So a phrase's first symbol never
/// equals one inside of a word, and the automaton finds nothing there that would have to be thrown away.
///
/// Word borders: none before a mark, none between two letters or digits of scripts that write spaces between words;
/// everywhere else. Underscores and apostrophes are borders, and invisible characters are looked through.
struct ExactForm {
  static let joined: UInt32 = 1 << 21

  private(set) var symbols: [UInt32] = []
  /// Where each symbol's character begins and ends in the text, in UTF-8.
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []

  private let tables = UnicodeTables.shared
  /// The class of the last character that is neither a mark nor invisible.
  private var left = CharacterClass.space
  /// Where the run of marks that the text so far ends in begins, once it has one.
  private var marks: Int?
  /// Where the run of invisible characters that the text so far ends in begins, once it has one.
  private var unseen: Int?

  private static let space: UInt32 = 0x20
  private static let ypogegrammeni: UInt32 = 0x0345
  private static let iota: UInt32 = 0x03B9

  /// - Parameter bytes: a string's, so valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { read(bytes) }

  /// The symbol of a visible character of ASCII, without the bit.
  static func plain(_ scalar: UInt32) -> UInt32 { scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    symbols.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count)
    ends.reserveCapacity(bytes.count)
    var reader = ScalarReader(bytes)
    var start: UInt32 = 0
    while let scalar = reader.next() {
      let end = UInt32(reader.offset)
      read(scalar, start, end)
      start = end
    }
    orderMarks()
  }

  /// Whether no border lies before the symbol at this place; the end of the text is a border.
  func isJoined(_ index: Int) -> Bool {
    index < symbols.count && symbols[index] & Self.joined != 0
  }

  private mutating func read(_ scalar: UInt32, _ start: UInt32, _ end: UInt32) {
    let category = tables.characterClass(of: scalar)
    switch category {
    case .selector:
      if let last = symbols.last, last != Self.space { ends[ends.count - 1] = end }
    case .space:
      orderMarks()
      unseen = nil
      left = .space
      if let last = symbols.last, last & ~Self.joined == Self.space {
        ends[ends.count - 1] = end
      } else {
        add(Self.space, start, end)
      }
    case .invisible, .joiner:
      orderMarks()
      if unseen == nil { unseen = symbols.count }
      add(scalar, start, end)
    case .other, .word, .unspaced, .optionalMark, .requiredMark:
      let isJoined = !symbols.isEmpty && (category.isMark || (category == .word && left == .word))
      if isJoined, let unseen {
        for index in unseen..<symbols.count { symbols[index] |= Self.joined }
      }
      unseen = nil
      if !category.isMark { left = category }
      fold(scalar, isJoined ? Self.joined : 0, start, end)
    }
  }

  private mutating func fold(_ scalar: UInt32, _ joined: UInt32, _ start: UInt32, _ end: UInt32) {
    if scalar < 0x80 {
      orderMarks()
      add(Self.plain(scalar) | joined, start, end)
    } else if let letters = Hangul.letters(of: scalar) {
      orderMarks()
      add(letters.first | joined, start, end)
      add(letters.vowel | Self.joined, start, end)
      if let last = letters.last { add(last | Self.joined, start, end) }
    } else if let folded = tables.canonicalFolding[scalar] {
      var joined = joined
      for part in folded {
        addOrdered(part, joined, start, end)
        joined = Self.joined
      }
    } else {
      addOrdered(scalar, joined, start, end)
    }
  }

  private mutating func addOrdered(_ scalar: UInt32, _ joined: UInt32, _ start: UInt32, _ end: UInt32) {
    if tables.combiningClass(of: scalar) == 0 {
      orderMarks()
    } else if marks == nil {
      marks = symbols.count
    }
    add(scalar | joined, start, end)
  }

  private mutating func add(_ symbol: UInt32, _ start: UInt32, _ end: UInt32) {
    symbols.append(symbol)
    starts.append(start)
    ends.append(end)
  }

  /// Puts the marks that the text so far ends in into canonical order.
  private mutating func orderMarks() {
    guard let first = marks else { return }
    marks = nil
    let places = first..<symbols.count
    let hasYpogegrammeni = places.contains { symbols[$0] & ~Self.joined == Self.ypogegrammeni }
    guard places.count > 1 || hasYpogegrammeni else { return }
    let ordered = places.map { (symbols[$0] & ~Self.joined, tables.combiningClass(of: symbols[$0] & ~Self.joined)) }
      .enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
    // The marks of one letter are one place: either all of them are in a span or none.
    let start = starts[first]
    let end = ends[symbols.count - 1]
    for (place, mark) in zip(places, ordered) {
      let scalar = mark.element.0 == Self.ypogegrammeni ? Self.iota : mark.element.0
      symbols[place] = scalar | (symbols[place] & Self.joined)
      starts[place] = start
      ends[place] = end
    }
  }
}
