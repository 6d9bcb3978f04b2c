package import ContentIntake
package import Logging
package import SignalScoring
package import Storage

/// The use cases over one store and one set of scorers.
package struct Engine: Sendable {
  /// Scores that are remembered, at most: a score and its key are about 150 bytes.
  package static let rememberedScores = 200_000

  package let catalog: PolicyCatalog
  package let evaluation: EvaluationService
  package let jobs: JobService
  package let policies: PolicyService
  package let authenticator: Authenticator
  package let runner: JobRunner

  package init(
    store: any Store, intake: ContentIntake, scorers: Scorers, tokens: TokenCounter, logger: Logger
  ) {
    let evaluator = Evaluator(tokens: tokens)
    catalog = PolicyCatalog(
      store: store, scorers: scorers, cache: ScoreCache(capacity: Self.rememberedScores))
    runner = JobRunner(store: store, catalog: catalog, intake: intake, evaluator: evaluator, logger: logger)
    evaluation = EvaluationService(catalog: catalog, intake: intake, evaluator: evaluator, store: store)
    jobs = JobService(catalog: catalog, intake: intake, store: store, runner: runner)
    policies = PolicyService(catalog: catalog)
    authenticator = Authenticator(store: store)
  }
}
