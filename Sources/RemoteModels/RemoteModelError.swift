package import SignalScoring

/// What is amiss with a model elsewhere.
package struct RemoteModelError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// A setting that cannot be used.
    case misconfigured
    /// There is no connection, or it broke off.
    case unreachable
    /// No answer in time.
    case timedOut
    /// The server answered with a status that is not success.
    case refused(status: Int)
    /// The answer is not what was asked for.
    case unusableAnswer
    /// More requests are waiting than this process takes on.
    case overloaded
    /// It failed too often, and is left alone for a while.
    case resting
    /// The content is larger than what is sent.
    case contentTooLarge
  }

  package var code: Code
  /// Lower case, no final period. It is shown to a policy's author, so it has nothing of the content, of the API key, of
  /// the server's address or of what the server said.
  package var message: String
  /// How long the server asks to be left alone.
  var retryAfter: Duration?

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

extension RemoteModelError {
  /// What a policy's author is told.
  package var scoringError: ScoringError {
    switch code {
    case .overloaded, .refused(status: 429): ScoringError(.overloaded, message)
    case .unusableAnswer, .contentTooLarge, .refused(status: 400), .refused(status: 413), .refused(status: 422):
      ScoringError(.inferenceFailed, message)
    case .misconfigured, .unreachable, .timedOut, .refused, .resting: ScoringError(.modelUnavailable, message)
    }
  }

  /// Whether it is the server that is in trouble, and not this request.
  var isServerFailure: Bool {
    switch code {
    case .unreachable, .timedOut: true
    case .refused(let status): status >= 500
    case .misconfigured, .unusableAnswer, .overloaded, .resting, .contentTooLarge: false
    }
  }

  /// Whether another question about the same content would fail alike.
  var concernsWholeContent: Bool { code != .unusableAnswer }
}

extension RemoteModelError {
  static let unreachable = RemoteModelError(
    .unreachable, "the remote model's server cannot be reached, or the connection broke off")
  static let timedOut = RemoteModelError(.timedOut, "the remote model did not answer in time")
  static let contentTimedOut = RemoteModelError(
    .timedOut, "the remote model did not answer all signals in the time that a content has")
  static let overloaded = RemoteModelError(
    .overloaded, "more requests are waiting for the remote model than this server takes on")
  static let resting = RemoteModelError(
    .resting, "the remote model's server failed too often and is not asked for the moment")

  static func refused(status: Int) -> RemoteModelError {
    let reason =
      switch status {
      case 300..<400: "it redirects, and redirects are not followed"
      case 401, 403: "it does not accept the API key"
      case 404: "it does not know the model or the address"
      case 429: "it is asked too often"
      default: "its status is no success"
      }
    return RemoteModelError(
      .refused(status: status), "the remote model's server answered with status \(status): \(reason)")
  }
}
