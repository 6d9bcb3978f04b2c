/// What matching needs to know of Unicode, read once out of the generated tables.
final class UnicodeTables: Sendable {
  static let shared = UnicodeTables()

  private let classes = ScalarTable(ranges: CharacterClassTable.classes)
  private let combiningClasses = ScalarTable(ranges: CharacterClassTable.combiningClasses)

  /// Full case folding, canonically decomposed. Hangul syllables are not in it: see ``Hangul``.
  let canonicalFolding = ScalarMapping(CanonicalFoldingTable.mapping)

  /// Full case folding of the compatibility decomposition, without accents and invisible characters.
  let compatibilityFolding = ScalarMapping(CompatibilityFoldingTable.mapping)

  /// The Latin letter that a folded scalar looks like.
  let lookAlikes = ScalarMapping(LookAlikeTable.folded)

  /// The Latin letter that a scalar looks like before folding, where its folded form looks like another.
  let unfoldedLookAlikes = ScalarMapping(LookAlikeTable.unfolded)

  /// The Latin letter that a scalar is drawn as: small capitals, letters in circles and squares, flags' letters.
  let ornateLetters = ScalarMapping(LookAlikeTable.ornate)

  func characterClass(of scalar: UInt32) -> CharacterClass {
    CharacterClass(rawValue: UInt8(truncatingIfNeeded: classes[scalar])) ?? .other
  }

  func combiningClass(of scalar: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: combiningClasses[scalar])
  }
}
