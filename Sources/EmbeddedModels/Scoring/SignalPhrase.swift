internal import PolicyEvaluation

/// A phrase of a policy before it is encoded.
struct SignalPhrase: Sendable {
  let words: String
  /// What is encoded for it besides the words themselves.
  let templated: String
  private let form: ScoringRecipe.Form

  init(_ words: String, _ form: ScoringRecipe.Form) {
    self.words = words
    templated = form.template.replacing("{}", with: words)
    self.form = form
  }

  /// - Parameter encoded: of all texts it needs.
  func prepared(
    _ encoded: [String: Embedding], heads: [ScoringRecipe.Head]
  ) throws(EmbeddedModelError) -> PreparedPhrase {
    guard let phrase = encoded[words], let templated = encoded[templated] else {
      throw EmbeddedModelError(.inferenceFailed, "a phrase was not encoded")
    }
    return PreparedPhrase(phrase: phrase, templated: templated, form: form, heads: heads)
  }
}

extension SignalShape<SignalPhrase> {
  /// All that is to be encoded for it.
  var texts: [String] { phrases.flatMap { [$0.words, $0.templated] } }

  /// What a feature asks; nil for an exact one, which asks for no meaning.
  init?(_ kind: Feature.Kind, _ recipe: ScoringRecipe) {
    let calibrations = recipe.calibrations
    func phrase(_ words: String) -> SignalPhrase { SignalPhrase(words, recipe.concept) }
    switch kind {
    case .exact: return nil
    case .concept(let words): self = .shown(phrase(words), calibrations.concept)
    case .fuzzy(let words): self = .shown(phrase(words), calibrations.fuzzy)
    case .question(let words): self = .shown(phrase(QuestionStatement.statement(of: words)), calibrations.question)
    case .sentiment(let words): self = .tone(SignalPhrase(words, recipe.tone), calibrations.tone)
    case .context(let subject, let relation, let object):
      self = .relation(
        phrase("\(subject) \(relation.lowercased()) \(object)"), subject: phrase(subject), object: phrase(object),
        slack: recipe.contextSlack, calibrations.context)
    }
  }
}
