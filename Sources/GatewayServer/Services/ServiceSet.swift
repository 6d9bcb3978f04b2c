package import Gateway

/// Everything a transport can call: both transports serve the one set.
package struct ServiceSet: Sendable {
  package let evaluation: EvaluationService
  package let jobs: JobService
  package let policies: PolicyService
  package let authenticator: Authenticator
  package let health = HealthState()

  package init(engine: Engine) {
    evaluation = engine.evaluation
    jobs = engine.jobs
    policies = engine.policies
    authenticator = engine.authenticator
  }
}
