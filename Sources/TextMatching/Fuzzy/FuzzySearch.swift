/// Finds phrases in disguise and misspelt.
struct FuzzySearch: Sendable {
  /// For each phrase that is looked for here, its number among all.
  private let numbers: [Int]
  private let phrases: [FuzzyPhrase]
  private let disguises: DisguiseSearch
  private let misspellings: MisspellingSearch

  init(_ phrases: [Phrase]) {
    var numbers: [Int] = []
    var fuzzy: [FuzzyPhrase] = []
    for (number, phrase) in phrases.enumerated() where phrase.mode == .fuzzy {
      let candidate = FuzzyPhrase(phrase.text)
      guard candidate.canBeDisguised else { continue }
      numbers.append(number)
      fuzzy.append(candidate)
    }
    self.numbers = numbers
    self.phrases = fuzzy
    disguises = DisguiseSearch(fuzzy)
    misspellings = MisspellingSearch(fuzzy)
  }

  /// Adds the places of every phrase to its places so far.
  func search(_ text: String, _ places: inout [PhrasePlaces]) {
    guard !phrases.isEmpty else { return }
    let glyphs = GlyphReader.glyphs(of: text)
    var verifier = Verifier(phrases: phrases, glyphs: glyphs, places: numbers.map { places[$0] })
    disguises.search(glyphs, &verifier)
    misspellings.search(glyphs, &verifier)
    for (number, found) in zip(numbers, verifier.places) { places[number] = found }
  }
}
