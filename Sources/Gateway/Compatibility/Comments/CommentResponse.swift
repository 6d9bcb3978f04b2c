/// The answer of `POST /v1alpha1/comments:analyze`.
package struct CommentResponse: Encodable, Sendable {
  package struct Score: Encodable, Sendable, Hashable {
    /// 0...1.
    package var value: Double
    package var type = "PROBABILITY"
  }

  package struct SpanScore: Encodable, Sendable {
    /// In UTF-16 code units, as is the end, which is behind the last.
    package var begin: Int
    package var end: Int
    package var score: Score
  }

  package struct AttributeScores: Encodable, Sendable {
    /// One, of the whole text: a policy judges it as a whole.
    package var spanScores: [SpanScore]
    package var summaryScore: Score
  }

  package var attributeScores: [String: AttributeScores]
  /// Those of the request.
  package var languages: [String]
  /// None: nothing is said of what was not looked for.
  package var detectedLanguages: [String] = []
  package var clientToken: String?
}
