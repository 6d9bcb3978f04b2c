internal import SignalScoring

extension LabelCatalog {
  /// A version's rules by themselves, made ready as they are for `EvaluateLabels`, with which they share what is made
  /// ready and what was scored.
  ///
  /// - Throws: what making them ready throws.
  func rules(of version: ReadyLabelVersion, scope: PolicyScope) async throws -> ReadyRules {
    let union = try await union(of: [version], scope: scope)
    // INVARIANT: a union of one has that version's features, in its order: both follow from the same label.
    return ReadyRules(version.compiled, plans: union.plans, template: version.template)
  }
}
