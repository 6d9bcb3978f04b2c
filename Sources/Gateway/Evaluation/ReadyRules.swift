package import PolicyEvaluation
package import SignalScoring
internal import Synchronization

/// The rules of a text with all that depends on them alone done: compiled, their signals encoded, their report laid out.
package final class ReadyRules: Sendable {
  package let compiled: CompiledPolicy
  /// How texts are scored.
  package let plan: ScoringPlan
  package let template: ReportTemplate
  /// What a token of content is billed at: see `TokenUsage`.
  package let multiplier: Float

  private let makeImagePlan: @Sendable () async throws -> ScoringPlan
  private let imagePlan = Mutex<Task<ScoringPlan, any Error>?>(nil)

  /// - Parameter scope: what is said beside the text of how contents are scored.
  /// - Throws: what a scorer that cannot prepare throws.
  package init(
    _ compiled: CompiledPolicy, of subject: ReportSubject, scope: PolicyScope, scorers: Scorers, cache: ScoreCache
  ) async throws {
    self.compiled = compiled
    plan = try await scorers.textPlan(for: compiled, scope, cache: cache)
    makeImagePlan = { try await scorers.imagePlan(for: compiled, scope, cache: cache) }
    template = try ReportTemplate(policy: compiled, subject: subject)
    multiplier = compiled.complexityScore
  }

  /// How a content is scored. What images need is prepared when the first one comes.
  ///
  /// - Throws: what a scorer throws that cannot prepare.
  package func plan(for content: Content) async throws -> ScoringPlan {
    switch content {
    case .text: return plan
    case .image:
      let task = imagePlan.withLock { task in
        if let task { return task }
        let made = Task { try await makeImagePlan() }
        task = made
        return made
      }
      do {
        return try await task.value
      } catch {
        imagePlan.withLock { if $0 == task { $0 = nil } }
        throw error
      }
    }
  }
}
