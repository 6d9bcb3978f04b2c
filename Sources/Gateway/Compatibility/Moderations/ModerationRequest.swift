/// A request of `POST /v1/moderations`. What is not named here is passed over.
package struct ModerationRequest: Decodable, Sendable {
  package var input: ModerationInput
  package var model: String?
}
