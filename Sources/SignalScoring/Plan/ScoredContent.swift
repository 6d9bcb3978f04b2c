public import PolicyEvaluation

/// What is known of every feature of a policy on one content.
public struct ScoredContent: Sendable {
  /// In the order of `CompiledPolicy.features`.
  public var scores: [Score]
  /// Why a feature is not wholly known, by its index.
  public var failures: [Int: ScoringError]
  /// What led to the scores, in the order of the features: every answer where it was asked for, else those that a
  /// stand-in gave.
  public var answers: [FeatureAnswer]
  /// Features that an expedited scoring had no need of; ascending.
  public var unscored: [Int]

  public init(
    scores: [Score], failures: [Int: ScoringError] = [:], answers: [FeatureAnswer] = [], unscored: [Int] = []
  ) {
    self.scores = scores
    self.failures = failures
    self.answers = answers
    self.unscored = unscored
  }
}
