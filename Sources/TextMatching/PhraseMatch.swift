/// Where a phrase was found, and how near the text comes to it there.
public struct PhraseMatch: Sendable, Hashable {
  /// The most places that are reported for one phrase.
  public static let maximumSpans = 16

  /// 0...1: 1 where the phrase stands as it is, or identical in form; ``FuzzyScore`` says what lowers it.
  ///
  /// The score is that of the nearest place.
  public var score: Double

  /// The places, as UTF-8 offsets into the searched text: in order, apart from one another, and not more than
  /// ``maximumSpans``.
  ///
  /// Places that score at least 0.5 push out those that score less.
  public var spans: [Range<Int>]

  public init(score: Double, spans: [Range<Int>]) {
    self.score = score
    self.spans = spans
  }
}
