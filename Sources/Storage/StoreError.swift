package struct StoreError: Error, Sendable {
  package enum Code: Sendable, Hashable {
    case alreadyExists
    /// What the write belongs to is not there.
    case notFound
    case conflict
    /// The write queue is full.
    case overloaded
    /// The disk, or the file, failed.
    case unavailable
  }

  package var code: Code
  package var message: String
  package var cause: (any Error)?

  package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}
