/// Why a batch job ended in error.
package struct BatchFailure: Error, Sendable, Hashable {
  /// The wire's number for it: see `BatchJobErrorCode`.
  package var code: Int
  /// For the caller: lower case, no final period, no content.
  package var message: String

  package init(code: Int, message: String) {
    self.code = code
    self.message = message
  }
}
