package import PolicyEvaluation
package import SignalScoring

/// The rules of a text with all that depends on them alone done: compiled, their signals encoded, their report laid out.
package final class ReadyRules: Sendable {
  package let compiled: CompiledPolicy
  package let plans: ScoringPlans
  package let template: ReportTemplate

  /// What a token of content is billed at: see `TokenUsage`.
  package var multiplier: Float { compiled.complexityScore }

  /// - Parameter scope: what is said beside the text of how contents are scored.
  /// - Throws: `CancellationError`; what encoding the empty report throws.
  package init(
    _ compiled: CompiledPolicy, of subject: ReportSubject, scope: PolicyScope, scorers: Scorers, cache: ScoreCache
  ) async throws {
    self.compiled = compiled
    plans = try await ScoringPlans(compiled, scope: scope, scorers: scorers, cache: cache)
    template = try ReportTemplate(policy: compiled, subject: subject)
  }

  /// - Parameter plans: of the same text's features, in the same order.
  init(_ compiled: CompiledPolicy, plans: ScoringPlans, template: ReportTemplate) {
    self.compiled = compiled
    self.plans = plans
    self.template = template
  }
}
