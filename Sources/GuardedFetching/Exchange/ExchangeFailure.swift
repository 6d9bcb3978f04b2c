/// Why an exchange brought no answer.
enum ExchangeFailure: Error, Sendable, Hashable {
  /// Nothing was sent: another address may do.
  case notConnected
  /// The server's certificate is not trusted, is another host's, or no common way of TLS was found.
  case notTrusted
  /// The connection ended before the answer did.
  case brokenOff
  /// What came is not HTTP, or its head has no end.
  case malformed
  /// The body is compressed: what it would become has no bound that can be seen before.
  case encoded
  case tooLarge
}
