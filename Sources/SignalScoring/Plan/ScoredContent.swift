public import PolicyEvaluation

/// What is known of every feature of a policy on one content.
public struct ScoredContent: Sendable {
  /// In the order of `CompiledPolicy.features`.
  public var scores: [Score]
  /// Why a feature is not wholly known, by its index.
  public var failures: [Int: ScoringError]
  /// Why a feature scored as it did, by its index.
  public var evidence: [Int: Evidence]
  /// Features that an expedited scoring had no need of; ascending.
  public var unscored: [Int]

  public init(
    scores: [Score], failures: [Int: ScoringError] = [:], evidence: [Int: Evidence] = [:], unscored: [Int] = []
  ) {
    self.scores = scores
    self.failures = failures
    self.evidence = evidence
    self.unscored = unscored
  }
}
