internal import PolicyEvaluation

/// What is put to a model of images and texts for a signal; `{}` stands for the signal's words.
struct ImagePrompts: Sendable, Equatable {
  var concept = "a photo of {}"
  var question = "a photo of {}"
  var sentiment = "a photo with {} mood"
  var context = "a photo of {}"

  var all: [String] { [concept, question, sentiment, context] }

  /// Words for an image, in questions about one.
  private static let media: Set<String> = [
    "image", "images", "photo", "photos", "photograph", "photographs", "picture", "pictures", "drawing", "screenshot",
  ]
  /// What questions begin with that pictures' descriptions do not.
  private static let auxiliaries: Set<Substring> = [
    "is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "could", "will",
  ]

  /// - Returns: nil for an exact match, which asks for no meaning.
  func text(for kind: Feature.Kind) -> String? {
    switch kind {
    case .exact: nil
    case .concept(let words), .fuzzy(let words): concept.replacing("{}", with: words)
    case .question(let words): question.replacing("{}", with: Self.description(of: words))
    case .sentiment(let words): sentiment.replacing("{}", with: words)
    case .context(let subject, let relation, let object):
      context.replacing("{}", with: "\(subject) \(relation.lowercased()) \(object)")
    }
  }

  /// What an image shows of which the answer is yes: "is there a dog in the picture" is "a dog", "are people fighting"
  /// is "people fighting".
  private static func description(of question: String) -> String {
    if let subject = ImageQuestion.subject(of: question, media: media) { return subject }
    let words = question.trimming(" \t\n?").split(whereSeparator: \.isWhitespace)
    let isAsked = words.count > 1 && auxiliaries.contains(Substring(words[0].lowercased()))
    return words.dropFirst(isAsked ? 1 : 0).joined(separator: " ")
  }
}
