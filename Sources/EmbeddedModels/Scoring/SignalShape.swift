/// How a feature reads a content: by which phrases, and what of the content they are held against.
enum SignalShape<Phrase> {
  /// Shown by some stretch of the content.
  case shown(Phrase, ScoringRecipe.Calibration)
  /// The tone of the whole.
  case tone(Phrase, ScoringRecipe.Calibration)
  /// A relation and its two sides, in one stretch; `slack` is how much less a side may show.
  case relation(Phrase, subject: Phrase, object: Phrase, slack: Double, ScoringRecipe.Calibration)

  var phrases: [Phrase] {
    switch self {
    case .shown(let phrase, _), .tone(let phrase, _): [phrase]
    case .relation(let relation, let subject, let object, _, _): [relation, subject, object]
    }
  }

  func map<Other, Failure>(_ transform: (Phrase) throws(Failure) -> Other) throws(Failure) -> SignalShape<Other> {
    switch self {
    case .shown(let phrase, let calibration):
      .shown(try transform(phrase), calibration)
    case .tone(let phrase, let calibration):
      .tone(try transform(phrase), calibration)
    case .relation(let relation, let subject, let object, let slack, let calibration):
      .relation(
        try transform(relation), subject: try transform(subject), object: try transform(object), slack: slack,
        calibration)
    }
  }
}

extension SignalShape: Sendable where Phrase: Sendable {}
