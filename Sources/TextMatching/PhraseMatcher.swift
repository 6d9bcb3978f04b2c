/// Finds many phrases in a text at once. Made once for a set of phrases; reading a text takes time in proportion to its
/// length, however many phrases there are and whatever the text is.
///
/// Exact phrases are found word for word, ignoring case (``ExactForm``); fuzzy ones also in disguise or misspelt
/// (``FuzzyScore``). Where a fuzzy phrase stands word for word, its score is 1. A fuzzy phrase without a letter, or of
/// more than 512 letters, is looked for as an exact one.
public struct PhraseMatcher: Sendable {
  private let count: Int
  private let exact: ExactSearch
  private let fuzzy: FuzzySearch

  /// Prepares a search for these phrases. One without any visible character is never found.
  public init(_ phrases: [Phrase]) {
    count = phrases.count
    exact = ExactSearch(phrases)
    fuzzy = FuzzySearch(phrases)
  }

  /// One match for each phrase, in their order; nil where a phrase was not found.
  public func matches(in text: String) -> [PhraseMatch?] {
    var places = [PhrasePlaces](repeating: PhrasePlaces(), count: count)
    exact.search(text, &places)
    fuzzy.search(text, &places)
    return places.map(\.match)
  }
}
