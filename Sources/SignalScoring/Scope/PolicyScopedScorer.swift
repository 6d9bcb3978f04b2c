/// A scorer that heeds what a policy version says.
package protocol PolicyScopedScorer: SignalScorer {
  /// The same scorer for one policy version. Where its scores would be others, its `version` is another.
  func scoped(to scope: PolicyScope) -> any SignalScorer
}

extension [any SignalScorer] {
  /// The scorers for one policy version: what `ScoringPlan.prepare` is given.
  package func scoped(to scope: PolicyScope) -> [any SignalScorer] {
    map { ($0 as? any PolicyScopedScorer)?.scoped(to: scope) ?? $0 }
  }
}
