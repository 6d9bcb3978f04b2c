package import Storage

/// The way in, the same over both transports: a key that is known, within its rate, of a role that covers the method.
package struct AccessGate: Sendable {
  package let limiter: RateLimiter
  private let authenticator: Authenticator
  private let store: any LimitStore

  package init(authenticator: Authenticator, limiter: RateLimiter, store: any LimitStore) {
    self.authenticator = authenticator
    self.limiter = limiter
    self.store = store
  }

  /// - Parameters:
  ///   - header: the `Authorization` header.
  ///   - method: `package.Service/Method`.
  ///   - note: is told who calls, once that is known, whether or not the call is let in.
  /// - Throws: UNAUTHENTICATED; RESOURCE_EXHAUSTED, with RetryInfo; PERMISSION_DENIED.
  package func admit(
    authorization header: String?, to method: String, noting note: (Caller) -> Void = { _ in }
  ) async throws(GatewayError) -> Caller {
    let caller = try await authenticator.caller(authorization: header)
    note(caller)
    do { try await limiter.learn(caller.accountID, from: store) } catch { throw GatewayError(error) }
    // What is refused for its role counts too: guessing is not free.
    try limiter.admit(caller)
    try Authenticator.authorize(caller, for: method)
    return caller
  }
}
