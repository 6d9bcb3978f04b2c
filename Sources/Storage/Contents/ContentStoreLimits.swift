/// What an account keeps at most.
package struct ContentStoreLimits: Sendable, Hashable {
  /// Contents of an account.
  package var count = 100_000
  /// Bytes of them together, as they are serialized.
  package var bytes = 1 << 30
  /// Labels of one content.
  package var labels = 50

  package init() {}
}
