internal import PolicyEvaluation

/// How a feature reads a content: by which phrases, and how their probabilities make its score.
enum SignalShape<Phrase> {
  /// Shown by some window of the content.
  case shown(Phrase, ScoringRecipe.Calibration)
  /// A relation and its two sides, in one window.
  case relation(Phrase, subject: Phrase, object: Phrase)

  var phrases: [Phrase] {
    switch self {
    case .shown(let phrase, _): [phrase]
    case .relation(let relation, let subject, let object): [relation, subject, object]
    }
  }

  func map<Other>(_ transform: (Phrase) -> Other) -> SignalShape<Other> {
    switch self {
    case .shown(let phrase, let calibration):
      .shown(transform(phrase), calibration)
    case .relation(let relation, let subject, let object):
      .relation(transform(relation), subject: transform(subject), object: transform(object))
    }
  }
}

extension SignalShape: Sendable where Phrase: Sendable {}

extension SignalShape<String> {
  /// What a feature asks; nil for an exact one, which asks for no meaning.
  init?(_ kind: Feature.Kind, _ recipe: ScoringRecipe) {
    let calibration = recipe.calibration
    switch kind {
    case .exact: return nil
    case .concept(let words): self = .shown(words, calibration.concept)
    case .fuzzy(let words): self = .shown(words, calibration.fuzzy)
    case .question(let words): self = .shown(words.hasSuffix("?") ? words : "\(words)?", calibration.question)
    case .sentiment(let words):
      self = .shown(recipe.templates.sentiment.replacing("{}", with: words), calibration.sentiment)
    case .context(let subject, let relation, let object):
      self = .relation("\(subject) \(relation.lowercased()) \(object)", subject: subject, object: object)
    }
  }
}
