/// What a caller may add to a request's head.
enum RequestHeaders {
  private static let mostFields = 64
  private static let longestField = 8_192
  /// Those that say where the request ends, whom it is for, or what becomes of its connection.
  private static let reserved: Set<String> = [
    "host", "user-agent", "connection", "accept-encoding", "content-length", "transfer-encoding", "te", "trailer",
    "upgrade", "expect", "keep-alive", "proxy-connection", "cookie", "authorization", "proxy-authorization",
  ]

  static func check(_ headers: [(name: String, value: String)]) throws(FetchError) {
    guard headers.count <= mostFields else { throw refusal("there are more than \(mostFields) headers") }
    for (name, value) in headers {
      guard !name.isEmpty, name.utf8.count + value.utf8.count <= longestField, name.utf8.allSatisfy(ASCII.isToken),
        value.utf8.allSatisfy({ (0x20...0x7e).contains($0) })
      else { throw refusal("a header has a character that stands in no header, or is too long") }
      guard !reserved.contains(ASCII.lowercased(name.utf8)) else {
        throw refusal("the header `\(name)` is not a caller's to set")
      }
    }
  }

  private static func refusal(_ reason: String) -> FetchError { FetchError(.invalidHeader, reason) }
}
