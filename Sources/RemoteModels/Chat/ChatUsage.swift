/// What one answer says it cost.
struct ChatUsage: Decodable, Sendable {
  struct Details: Decodable, Sendable {
    var cachedTokens: Int?

    private enum CodingKeys: String, CodingKey { case cachedTokens = "cached_tokens" }
  }

  var promptTokens: Int?
  var completionTokens: Int?
  var details: Details?

  private enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
    case details = "prompt_tokens_details"
  }
}
