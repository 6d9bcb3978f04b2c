internal import Foundation

/// One request, and what is wanted of its answer.
struct Exchange: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
  }

  enum Wish: Sendable, Hashable {
    /// The body of an answer with status 200, of at most so many bytes. Of any other the head is enough.
    case body(limit: Int)
    /// The head alone.
    case head

    /// How many bytes of a body are read at most.
    var limit: Int {
      switch self {
      case .body(let limit): limit
      case .head: 0
      }
    }
  }

  var method: Method
  var target: FetchTarget
  /// Beside those that every request has.
  var headers: [(name: String, value: String)] = []
  var body = Data()
  var wish: Wish
}
