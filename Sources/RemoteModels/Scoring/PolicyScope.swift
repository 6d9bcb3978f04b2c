/// What a policy version says of how its contents are scored.
package struct PolicyScope: Sendable, Hashable {
  /// What its author says of the place where the contents stand; nil for nothing.
  package var globalContext: String?
  /// What happens where a remote model cannot answer; nil leaves it to the server.
  package var fallback: FallbackChoice?

  package init(globalContext: String? = nil, fallback: FallbackChoice? = nil) {
    self.globalContext = globalContext
    self.fallback = fallback
  }
}
