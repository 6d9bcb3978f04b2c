/// A request of `POST /v1alpha1/comments:analyze`.
///
/// What is not named here is passed over: `sessionId` and `communityId`, since nothing is told by them; `doNotStore`,
/// since no text is kept anyhow; `spanAnnotations`, since the one span is always given.
package struct CommentRequest: Decodable, Sendable {
  package struct Comment: Decodable, Sendable {
    package var text: String
    package var type: String?
  }

  package struct Attribute: Decodable, Sendable {
    package var scoreType: String?
    /// 0...1; a score below it is left out.
    package var scoreThreshold: Double?
  }

  package static let languagesLimit = 32
  package static let languageBytes = 64
  package static let clientTokenBytes = 1 << 10

  package var comment: Comment
  package var requestedAttributes: [String: Attribute]
  package var languages: [String]?
  package var clientToken: String?
}

extension CommentRequest {
  /// - Throws: INVALID_ARGUMENT naming the field.
  func check() throws(GatewayError) {
    guard !comment.text.isEmpty else {
      throw GatewayError(field: "comment.text", "must not be empty", reason: "COMMENT_EMPTY")
    }
    guard ["PLAIN_TEXT", "TEXT_TYPE_UNSPECIFIED", nil].contains(comment.type) else {
      throw GatewayError(field: "comment.type", "must be PLAIN_TEXT: markup is judged as it stands")
    }
    guard !requestedAttributes.isEmpty else {
      throw GatewayError(field: "requestedAttributes", "must name at least one attribute")
    }
    for (name, attribute) in requestedAttributes {
      let field = "requestedAttributes.\(name.prefix(CommentAttributes.nameCharacters))"
      guard ["PROBABILITY", "SCORE_TYPE_UNSPECIFIED", nil].contains(attribute.scoreType) else {
        throw GatewayError(field: field + ".scoreType", "must be PROBABILITY")
      }
      guard (0...1).contains(attribute.scoreThreshold ?? 0) else {
        throw GatewayError(field: field + ".scoreThreshold", "must be a number from 0 to 1")
      }
    }
    let languages = languages ?? []
    guard languages.count <= Self.languagesLimit, languages.allSatisfy({ $0.utf8.count <= Self.languageBytes }) else {
      throw GatewayError(
        field: "languages", "must be at most \(Self.languagesLimit), of \(Self.languageBytes) bytes each")
    }
    guard (clientToken?.utf8.count ?? 0) <= Self.clientTokenBytes else {
      throw GatewayError(field: "clientToken", "must be at most \(Self.clientTokenBytes) bytes")
    }
  }
}
