/// What a policy version says of how its contents are scored.
package struct PolicyScope: Sendable, Hashable {
  /// What its author says of the place where the contents stand; nil for nothing.
  package var globalContext: String?
  /// Which models are asked; nil leaves it to the server.
  package var stack: ModelStack?

  package init(globalContext: String? = nil, stack: ModelStack? = nil) {
    self.globalContext = globalContext
    self.stack = stack
  }
}
