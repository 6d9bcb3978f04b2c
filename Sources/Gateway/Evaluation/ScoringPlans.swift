internal import PolicyEvaluation
package import SignalScoring
internal import Synchronization

/// How a policy's texts and images are scored, prepared once.
package final class ScoringPlans: Sendable {
  /// How texts are.
  package let text: ScoringPlan

  private let makeImagePlan: @Sendable () async throws -> ScoringPlan
  private let imagePlan = Mutex<Task<ScoringPlan, any Error>?>(nil)

  /// - Parameter scope: what is said beside the policy's text of how contents are scored.
  /// - Throws: `CancellationError`.
  init(_ policy: CompiledPolicy, scope: PolicyScope, scorers: Scorers, cache: ScoreCache) async throws {
    text = try await scorers.textPlan(for: policy, scope, cache: cache)
    makeImagePlan = { try await scorers.imagePlan(for: policy, scope, cache: cache) }
  }

  /// How a content is scored. What images need is prepared when the first one comes.
  ///
  /// - Throws: `CancellationError`.
  package func plan(for content: Content) async throws -> ScoringPlan {
    switch content {
    case .text: return text
    case .image:
      let task = imagePlan.withLock { task in
        if let task { return task }
        let made = Task { try await makeImagePlan() }
        task = made
        return made
      }
      func forget() { imagePlan.withLock { if $0 == task { $0 = nil } } }
      do {
        let plan = try await task.value
        if plan.isProvisional { forget() }
        return plan
      } catch {
        forget()
        throw error
      }
    }
  }
}
