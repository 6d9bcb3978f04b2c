package import Foundation

/// Fetches what a caller names, and nothing that a caller must not reach.
///
/// Every request of the process whose place comes from outside goes through one of these. A URL is read once and
/// strictly; its name is looked up once; all addresses that it has are checked; the connection goes to one of those very
/// addresses. Each redirect begins anew. Nothing is kept between two fetches: no connection, cookie or session.
package struct GuardedFetcher: Sendable {
  let configuration: FetchConfiguration
  let resolver: any Resolver
  let connector: any Connector
  let limiter: FetchLimiter
  /// Waits until a fetch's time is over; tests decide when that is.
  private let timeIsOver: @Sendable () async throws -> Void

  /// - Throws: `misconfigured`.
  package init(
    configuration: FetchConfiguration = FetchConfiguration(), resolver: any Resolver = SystemResolver()
  ) throws(FetchError) {
    try self.init(
      configuration: configuration, resolver: resolver, connector: SocketConnector(configuration))
  }

  init(
    configuration: FetchConfiguration, resolver: any Resolver, connector: any Connector,
    timeIsOver: (@Sendable () async throws -> Void)? = nil
  ) throws(FetchError) {
    try configuration.validate()
    self.configuration = configuration
    self.resolver = resolver
    self.connector = connector
    limiter = FetchLimiter(configuration)
    self.timeIsOver = timeIsOver ?? { [time = configuration.time] in try await Task.sleep(for: time) }
  }

  /// Reads a URL, and asks no network: what a request to it would be refused for by the URL alone.
  package func check(_ url: String) throws(FetchError) -> FetchTarget { try FetchTarget(url, configuration) }

  /// Fetches a body.
  ///
  /// - Parameters:
  ///   - limit: the body's most bytes.
  ///   - caller: whose fetches share connections and wait for one another.
  package func get(_ url: String, limit: Int, for caller: String = "") async throws(FetchError) -> FetchedBody {
    let target = try FetchTarget(url, configuration)
    return try await limiter.withTurn(of: caller, at: target.host) { () async throws(FetchError) -> FetchedBody in
      try await withDeadline(when: timeIsOver) { () async throws(FetchError) -> FetchedBody in
        try await body(at: target, limit: limit)
      }
    }
  }

  /// Sends a body. Any status is a receipt, a redirect's too: none is followed.
  ///
  /// - Parameter headers: beside those that every request has; their values are visible ASCII and spaces.
  package func post(
    _ body: Data, to url: String, headers: [(name: String, value: String)] = [], for caller: String = ""
  ) async throws(FetchError) -> PostReceipt {
    let target = try FetchTarget(url, configuration)
    try RequestHeaders.check(headers)
    let exchange = Exchange(method: .post, target: target, headers: headers, body: body, wish: .head)
    return try await limiter.withTurn(of: caller, at: target.host) { () async throws(FetchError) -> PostReceipt in
      try await withDeadline(when: timeIsOver) { () async throws(FetchError) -> PostReceipt in
        let answer = try await answer(to: exchange)
        return PostReceipt(status: answer.status, retryAfter: answer.retryAfter)
      }
    }
  }

  private func body(at first: FetchTarget, limit: Int) async throws(FetchError) -> FetchedBody {
    var target = first
    for _ in 0...configuration.redirects {
      let exchange = Exchange(
        method: .get, target: target, headers: [("Accept", configuration.accept)], wish: .body(limit: limit))
      let answer = try await answer(to: exchange)
      switch answer.status {
      case 200: return FetchedBody(bytes: answer.body, mediaType: answer.mediaType)
      case 301, 302, 303, 307, 308:
        guard let location = answer.location else { throw .refused(status: answer.status) }
        target = try target.redirected(to: location, configuration)
      default: throw .refused(status: answer.status)
      }
    }
    throw .tooManyRedirects
  }
}
