internal import Foundation

/// What is taken of an answer.
struct ExchangeAnswer: Sendable, Hashable {
  var status: Int
  /// The header `Location`, where there is one and no other that says something else.
  var location: String?
  var retryAfter: String?
  var mediaType: String?
  var body = Data()
}
