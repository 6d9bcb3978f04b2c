/// The answer of `POST /chat/completions`, as far as it is read here.
struct ChatAnswer: Decodable, Sendable {
  struct Message: Decodable, Sendable {
    var content: String?
  }

  struct Token: Decodable, Sendable {
    var token: String
    var logprob: Double
  }

  struct Position: Decodable, Sendable {
    var alternatives: [Token]?

    private enum CodingKeys: String, CodingKey { case alternatives = "top_logprobs" }
  }

  struct LogProbabilities: Decodable, Sendable {
    var content: [Position]?
  }

  struct Choice: Decodable, Sendable {
    var message: Message
    /// Nil where there are none, or in another shape: both mean that the server does not give them.
    var logProbabilities: LogProbabilities?

    private enum CodingKeys: String, CodingKey {
      case message
      case logProbabilities = "logprobs"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      message = try container.decode(Message.self, forKey: .message)
      logProbabilities = try? container.decode(LogProbabilities.self, forKey: .logProbabilities)
    }
  }

  var choice: Choice
  /// Nil where the server does not count, or not in whole numbers.
  var usage: ChatUsage?

  private enum CodingKeys: String, CodingKey { case choices, usage }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let choices = try container.decode([Choice].self, forKey: .choices)
    guard let choice = choices.first else {
      throw DecodingError.dataCorruptedError(forKey: .choices, in: container, debugDescription: "no choice")
    }
    self.choice = choice
    usage = try? container.decode(ChatUsage.self, forKey: .usage)
  }

  /// The likeliest first tokens of the answer; nil where the server does not give them.
  var firstTokens: [Token]? {
    guard let tokens = choice.logProbabilities?.content?.first?.alternatives, !tokens.isEmpty else { return nil }
    return tokens
  }
}
