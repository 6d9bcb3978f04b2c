/// What a POST was answered with. The answer's body is never read.
package struct PostReceipt: Sendable, Hashable {
  package var status: Int
  /// The header `Retry-After` as it came, of at most 64 bytes.
  package var retryAfter: String?
}
