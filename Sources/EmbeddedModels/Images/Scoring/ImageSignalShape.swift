internal import PolicyEvaluation

/// How a feature reads an image: by which words, all of which have to be shown.
enum ImageSignalShape: Sendable, Equatable {
  case shown(String)
  /// Both at once; where they stand is not told.
  case together(String, String)
  /// By no words of its own.
  case unreadable

  /// Relations that hold of what is to be seen in one image.
  private static let togetherness: Set<String> = ["WITH", "ALONG WITH", "IN ADDITION TO"]

  /// - Parameter media: words for an image.
  init(_ kind: Feature.Kind, media: Set<String>) {
    switch kind {
    case .concept(let words), .fuzzy(let words): self = .shown(words)
    case .question(let words):
      self = ImageQuestion.subject(of: words, media: media).map(Self.shown) ?? .unreadable
    case .context(let subject, let relation, let object):
      self = Self.togetherness.contains(relation.uppercased()) ? .together(subject, object) : .unreadable
    case .exact, .sentiment: self = .unreadable
    }
  }

  var words: [String] {
    switch self {
    case .shown(let words): [words]
    case .together(let subject, let object): [subject, object]
    case .unreadable: []
    }
  }
}
