/// The body of `POST /chat/completions`, as far as it is used here.
struct ChatRequest: Encodable, Sendable {
  struct Message: Encodable, Sendable, Hashable {
    var role: String
    var content: Content
  }

  /// A text alone is written as a string, which every server and every chat template takes.
  enum Content: Encodable, Sendable, Hashable {
    case text(String)
    case parts([Part])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .parts(let parts): try container.encode(parts)
      }
    }
  }

  enum Part: Encodable, Sendable, Hashable {
    case text(String)
    case image(url: String)

    private enum CodingKeys: String, CodingKey {
      case type, text
      case imageURL = "image_url"
    }

    private enum ImageKeys: String, CodingKey { case url }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .text(let text):
        try container.encode("text", forKey: .type)
        try container.encode(text, forKey: .text)
      case .image(let url):
        try container.encode("image_url", forKey: .type)
        var image = container.nestedContainer(keyedBy: ImageKeys.self, forKey: .imageURL)
        try image.encode(url, forKey: .url)
      }
    }
  }

  var model: String
  var messages: [Message]
  var way: AnswerWay

  private enum CodingKeys: String, CodingKey {
    case model, messages, temperature, logprobs
    case maxTokens = "max_tokens"
    case topLogprobs = "top_logprobs"
    case responseFormat = "response_format"
  }

  /// As many as any server gives: the variants of yes and no must be among them.
  private static let alternatives = 20
  /// Room for the object, and for a number that is written out at length.
  private static let structuredTokens = 64

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(model, forKey: .model)
    try container.encode(messages, forKey: .messages)
    try container.encode(0, forKey: .temperature)
    switch way {
    case .logProbabilities:
      try container.encode(1, forKey: .maxTokens)
      try container.encode(true, forKey: .logprobs)
      try container.encode(Self.alternatives, forKey: .topLogprobs)
    case .structured:
      try container.encode(Self.structuredTokens, forKey: .maxTokens)
      try container.encode(StructuredProbability.Format(), forKey: .responseFormat)
    }
  }
}
