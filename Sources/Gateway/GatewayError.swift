package import SwiftProtobuf

/// What a use case answers when it cannot do what was asked: one shape, which each transport renders.
package struct GatewayError: Error, Sendable {
  /// The standard status codes, by their numbers on the wire.
  package enum Code: Int, Sendable, Hashable {
    case cancelled = 1
    case unknown = 2
    case invalidArgument = 3
    case deadlineExceeded = 4
    case notFound = 5
    case alreadyExists = 6
    case permissionDenied = 7
    case resourceExhausted = 8
    case failedPrecondition = 9
    case aborted = 10
    case outOfRange = 11
    case unimplemented = 12
    case internalError = 13
    case unavailable = 14
    case dataLoss = 15
    case unauthenticated = 16
  }

  package var code: Code
  /// For the caller: lower case, no final period, no content, no secret.
  package var message: String
  package var details: [Google_Protobuf_Any]
  /// The request's field that is to blame, as its caller spells it, for shapes of errors with a place for it.
  package var field: String?
  /// What is wrong in a word for programs, for shapes of errors with a place for it.
  package var reason: String?

  package init(
    _ code: Code, _ message: String, details: [Google_Protobuf_Any] = [], field: String? = nil, reason: String? = nil
  ) {
    self.code = code
    self.message = message
    self.details = details
    self.field = field
    self.reason = reason
  }
}
