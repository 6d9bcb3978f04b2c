/// Why something was not fetched.
package struct FetchError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// The URL's form, scheme, port or length.
    case invalidURL
    /// The URL itself names a host that is not public. It can be told without a look at any network.
    case forbiddenAddress
    /// The name is not known, or leads to an address that is not public, or no trusted connection came about. These are
    /// one to a caller, who would else learn which names and servers there are behind the server.
    case unreachable
    /// The server answered, with a status that is no success.
    case refused(status: Int)
    /// The server broke off, or what it sent is no answer that is taken.
    case unusableAnswer
    case tooLarge
    case timedOut
    case tooManyRedirects
    /// A redirect to a URL that would not have been taken from the caller either, or from https to http.
    case forbiddenRedirect
    /// A header that cannot be sent.
    case invalidHeader
    /// More fetches are waiting than this process takes on.
    case overloaded
    /// The caller left.
    case cancelled
    /// A setting that cannot be used.
    case misconfigured
  }

  package var code: Code
  /// Lower case, no final period. A caller may see it: nothing of any answer's head or body is in it, nor an address.
  package var message: String
  /// For the operator's log and nobody else: which address, and why it was refused. Empty where there is no more to say.
  package var detail: String

  init(_ code: Code, _ message: String, detail: String = "") {
    self.code = code
    self.message = message
    self.detail = detail
  }
}

extension FetchError {
  static func invalidURL(_ reason: String) -> FetchError { FetchError(.invalidURL, reason) }

  static let forbiddenAddress = FetchError(
    .forbiddenAddress, "the URL's host is not a public host name or address")
  static let tooManyRedirects = FetchError(.tooManyRedirects, "the server redirects too often")
  static let overloaded = FetchError(.overloaded, "more fetches are waiting than this server takes on")
  static let cancelled = FetchError(.cancelled, "the fetch was cancelled")

  static func unreachable(_ detail: String) -> FetchError {
    FetchError(.unreachable, "the host is not known, not public, or does not answer", detail: detail)
  }

  static func refused(status: Int) -> FetchError {
    FetchError(.refused(status: status), "the server answered with status \(status)")
  }

  static func tooLarge(_ limit: Int) -> FetchError {
    FetchError(.tooLarge, "what the server sends is larger than \(limit) bytes")
  }

  static let timedOut = FetchError(.timedOut, "the fetch took longer than it may")

  static func forbiddenRedirect(_ cause: FetchError) -> FetchError {
    forbiddenRedirect(detail: cause.message)
  }

  static func forbiddenRedirect(detail: String) -> FetchError {
    FetchError(.forbiddenRedirect, "the server redirects to a place that is not fetched from", detail: detail)
  }
}
