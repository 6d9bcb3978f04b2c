/// A text as fuzzy matching sees it: folded in compatibility form, accents and invisible characters noted and left out,
/// each character with the letters it may be read as, runs of one character taken together.
struct GlyphReader {
  private(set) var glyphs: [Glyph] = []

  private let tables = UnicodeTables.shared
  private let leetspeak = Leetspeak.letters
  private var sawInvisible = false
  /// The class of the last character seen, and whether it was an apostrophe within a word.
  private var left = CharacterClass.space
  private var leftIsInnerApostrophe = false

  static func glyphs(of text: String) -> [Glyph] {
    var text = text
    return text.withUTF8 { bytes in
      if bytes.count <= UInt32.max, PlainASCII.isPlain(bytes) { return plainGlyphs(of: bytes) }
      var reader = GlyphReader()
      reader.read(bytes)
      return reader.glyphs
    }
  }

  /// The same as `read`, for plain characters alone.
  private static func plainGlyphs(of bytes: UnsafeBufferPointer<UInt8>) -> [Glyph] {
    Array(unsafeUninitializedCapacity: bytes.count) { glyphs, count in
      asciiGlyphs.withUnsafeBufferPointer { characters in
        PlainASCII.kinds.withUnsafeBufferPointer { kinds in
          var left = PlainASCII.Kind.space
          var leftIsInnerApostrophe = false
          var hasCapitals = false
          var offset = 0
          while offset < bytes.count {
            let kind = kinds[Int(bytes[offset])]
            var glyph = characters[kind == .space ? 0x20 : Int(bytes[offset])]
            glyph.start = UInt32(truncatingIfNeeded: offset)
            if kind != .space, left != .word, !leftIsInnerApostrophe { glyph.traits.insert(.startBorder) }
            if glyph.traits.contains(.capitalI) { hasCapitals = true }
            leftIsInnerApostrophe = left == .word && glyph.traits.contains(.apostrophe)
            left = kind
            offset += 1
            // The rest of its run.
            while offset < bytes.count, glyph.count < .max {
              let next = kinds[Int(bytes[offset])]
              let other = characters[next == .space ? 0x20 : Int(bytes[offset])]
              guard other.literal == glyph.literal, glyph.isSame(as: other) else { break }
              glyph.count += 1
              glyph.traits.formUnion(other.traits.intersection(.lowercase))
              leftIsInnerApostrophe = left == .word && other.traits.contains(.apostrophe)
              left = next
              offset += 1
            }
            glyph.end = UInt32(truncatingIfNeeded: offset)
            if offset == bytes.count || kinds[Int(bytes[offset])] != .word { glyph.traits.insert(.endBorder) }
            glyphs.initializeElement(at: count, to: glyph)
            count += 1
          }
          if hasCapitals { settleCapitals(glyphs[..<count]) }
        }
      }
    }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    glyphs.reserveCapacity(bytes.count)
    var scalars = ScalarReader(bytes)
    var start: UInt32 = 0
    while let scalar = scalars.next() {
      let end = UInt32(scalars.offset)
      read(scalar, start, end)
      start = end
    }
    if let last = glyphs.indices.last { glyphs[last].traits.insert(.endBorder) }
    glyphs.withUnsafeMutableBufferPointer { Self.settleCapitals($0[...]) }
  }

  private mutating func read(_ scalar: UInt32, _ start: UInt32, _ end: UInt32) {
    let category = tables.characterClass(of: scalar)
    switch category {
    case .selector:
      if let last = glyphs.indices.last, !glyphs[last].traits.contains(.space) { glyphs[last].end = end }
    case .invisible, .joiner:
      sawInvisible = true
    case .optionalMark:
      guard let last = glyphs.indices.last else { break }
      glyphs[last].traits.insert(.accent)
      glyphs[last].end = end
    case .space:
      meet(.space)
      add(Glyph(literal: 0x20, letter: 0, traits: [.skippable, .space], start: start, end: end))
      leftIsInnerApostrophe = false
    case .other, .word, .unspaced, .requiredMark:
      readVisible(scalar, category, start, end)
    }
  }

  private mutating func readVisible(
    _ scalar: UInt32, _ category: CharacterClass, _ start: UInt32, _ end: UInt32
  ) {
    if scalar < 0x80 {
      add(ascii(scalar, start, end), category)
      return
    }
    if let letter = tables.ornateLetters.single(scalar) {
      var glyph = Glyph(literal: scalar, letter: letter, traits: [], start: start, end: end)
      glyph.disguise = .ornate
      add(glyph, .word)
      return
    }
    if let letters = Hangul.letters(of: scalar) {
      let parts = [letters.first, letters.vowel] + (letters.last.map { [$0] } ?? [])
      for part in parts { add(glyph(part, category, start, end), category) }
      return
    }
    guard let folded = tables.compatibilityFolding[scalar] else {
      add(glyph(scalar, category, start, end), category)
      return
    }
    let isAccented =
      tables.canonicalFolding[scalar]?.contains { tables.characterClass(of: $0) == .optionalMark } ?? false
    for (index, part) in folded.enumerated() {
      let partClass = tables.characterClass(of: part)
      if partClass == .space {
        meet(.space)
        add(Glyph(literal: 0x20, letter: 0, traits: [.skippable, .space], start: start, end: end))
        continue
      }
      var glyph =
        part < 0x80 ? ascii(part, start, end) : self.glyph(part, partClass, start, end)
      if folded.count == 1, let look = tables.unfoldedLookAlikes.single(scalar) {
        glyph.second = look
        glyph.secondDisguise = .lookAlike
      }
      if isAccented, index == 0 { glyph.traits.insert(.accent) }
      add(glyph, partClass)
    }
  }

  private func ascii(_ scalar: UInt32, _ start: UInt32, _ end: UInt32) -> Glyph {
    var glyph = Self.asciiGlyphs[Int(scalar)]
    glyph.start = start
    glyph.end = end
    return glyph
  }

  /// A glyph outside ASCII: the folded scalar, and the scalar as written.
  private func glyph(
    _ literal: UInt32, _ category: CharacterClass, _ start: UInt32, _ end: UInt32
  ) -> Glyph {
    var glyph = Glyph(literal: literal, letter: literal, traits: [], start: start, end: end)
    if category == .other { glyph.traits.insert(.skippable) }
    if category == .unspaced { glyph.traits.insert(.unspaced) }
    let letters = leetspeak[literal]
    if letters != 0 {
      glyph.second = UInt32(letters & 0xFF)
      glyph.secondDisguise = category == .other ? .leetSymbol : .lookAlike
    }
    if let look = tables.lookAlikes.single(literal) {
      glyph.letter = look
      glyph.disguise = .lookAlike
    }
    if literal == 0x2019 || literal == 0x02BC { glyph.traits.insert(.apostrophe) }
    if Leetspeak.masks[literal] != 0 { glyph.traits.insert(.mask) }
    return glyph
  }

  /// Every character of ASCII, without its place. Of white space the space alone is read out of here, and nothing that
  /// is invisible.
  private static let asciiGlyphs: [Glyph] = (0..<0x80).map { (scalar: UInt32) in
    var glyph = asciiGlyph(scalar)
    glyph.settleWordPart()
    return glyph
  }

  private static func asciiGlyph(_ scalar: UInt32) -> Glyph {
    switch scalar {
    case 0x20: return Glyph(literal: scalar, letter: 0, traits: [.skippable, .space], start: 0, end: 0)
    case 0x41...0x5A:
      var glyph = Glyph(literal: scalar | 0x20, letter: scalar | 0x20, traits: [], start: 0, end: 0)
      if scalar == 0x49 {
        glyph.second = 0x6C
        glyph.secondDisguise = .lookAlike
        glyph.traits.insert(.capitalI)
      }
      return glyph
    case 0x61...0x7A:
      return Glyph(literal: scalar, letter: scalar, traits: .lowercase, start: 0, end: 0)
    default:
      let isDigit = 0x30...0x39 ~= scalar
      var glyph = Glyph(literal: scalar, letter: scalar, traits: isDigit ? .digit : .skippable, start: 0, end: 0)
      let letters = Leetspeak.letters[scalar]
      if letters != 0 {
        glyph.letter = UInt32(letters & 0xFF)
        glyph.second = UInt32(letters >> 8)
        glyph.disguise = isDigit ? .leetDigit : .leetSymbol
        glyph.secondDisguise = glyph.disguise
      }
      if scalar == 0x27 { glyph.traits.insert(.apostrophe) }
      if Leetspeak.masks[scalar] != 0 { glyph.traits.insert(.mask) }
      return glyph
    }
  }

  private mutating func add(_ glyph: Glyph, _ category: CharacterClass) {
    var glyph = glyph
    meet(category)
    let isLeftWord = left == .word || left == .requiredMark || leftIsInnerApostrophe
    if !isLeftWord || category == .unspaced { glyph.traits.insert(.startBorder) }
    add(glyph)
    leftIsInnerApostrophe = glyph.traits.contains(.apostrophe) && left == .word
    if category != .requiredMark { left = category }
  }

  /// Says of the last character whether a word may end there, now that the next is known.
  private mutating func meet(_ next: CharacterClass) {
    if let last = glyphs.indices.last {
      let isNextWord = next == .word || next == .requiredMark
      if !isNextWord || (glyphs[last].traits.contains(.unspaced) && next != .requiredMark) {
        glyphs[last].traits.insert(.endBorder)
      } else {
        glyphs[last].traits.remove(.endBorder)
      }
    }
    if next == .space { left = .space }
  }

  private mutating func add(_ glyph: Glyph) {
    var glyph = glyph
    glyph.settleWordPart()
    if sawInvisible {
      glyph.traits.insert(.afterInvisible)
      sawInvisible = false
    }
    guard let last = glyphs.indices.last, glyphs[last].isSame(as: glyph), glyphs[last].count < .max else {
      glyphs.append(glyph)
      return
    }
    glyphs[last].count += 1
    glyphs[last].end = glyph.end
    glyphs[last].traits.formUnion(glyph.traits.intersection([.accent, .afterInvisible, .lowercase]))
  }

  /// A capital I is like a small L, but not among other capitals.
  private static func settleCapitals(_ glyphs: Slice<UnsafeMutableBufferPointer<Glyph>>) {
    var glyphs = glyphs
    for index in glyphs.indices where glyphs[index].traits.contains(.capitalI) {
      let followsSmall = index > 0 && glyphs[index - 1].traits.contains(.lowercase)
      let precedesSmall = index + 1 < glyphs.count && glyphs[index + 1].traits.contains(.lowercase)
      if !followsSmall, !precedesSmall { glyphs[index].second = 0 }
    }
  }
}
