package import Gateway

/// Everything a transport can call: both transports serve the one set.
package struct ServiceSet: Sendable {
  package let evaluation: EvaluationService
  package let jobs: JobService
  package let policies: PolicyService
  package let policyTests: PolicyTestService
  package let snippets: SnippetService
  package let labels: LabelService
  package let labelEvaluation: LabelEvaluationService
  package let labelDrafts: LabelDraftService
  package let labelTags: LabelTagService
  package let tokens: APITokenService
  package let limits: LimitService
  package let users: UserService
  package let gate: AccessGate
  package let moderations: ModerationService
  package let comments: CommentService
  package let health = HealthState()

  package init(engine: Engine) {
    evaluation = engine.evaluation
    jobs = engine.jobs
    policies = engine.policies
    policyTests = engine.policyTests
    snippets = engine.snippets
    labels = engine.labels
    labelEvaluation = engine.labelEvaluation
    labelDrafts = engine.labelDrafts
    labelTags = engine.labelTags
    tokens = engine.tokens
    limits = engine.limits
    users = engine.users
    gate = engine.gate
    moderations = engine.moderations
    comments = engine.comments
  }
}
