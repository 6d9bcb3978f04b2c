/// Hangul syllables, which decompose by rule (The Unicode Standard, section 3.12).
enum Hangul {
  private static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  private static let vowels: UInt32 = 21
  private static let finals: UInt32 = 28

  /// The letters of a syllable: two, or three where it ends in a consonant; nil for any other scalar.
  static func letters(of scalar: UInt32) -> (first: UInt32, vowel: UInt32, last: UInt32?)? {
    guard syllables.contains(scalar) else { return nil }
    let index = scalar - syllables.lowerBound
    let last = index % finals
    return (
      0x1100 + index / (vowels * finals),
      0x1161 + index % (vowels * finals) / finals,
      last == 0 ? nil : 0x11A7 + last
    )
  }
}
