/// The answer of `POST /v1/moderations`.
package struct ModerationResponse: Encodable, Sendable {
  /// `modr-` and the job's id.
  package var id: String
  /// The key of the policy that judged.
  package var model: String
  /// One for each input.
  package var results: [ModerationResult]
}
