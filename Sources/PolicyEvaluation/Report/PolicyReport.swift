public enum Outcome: Sendable, Hashable {
  case `false`
  case `true`
  /// A signal that it depends on could not be scored.
  case failed
  /// Of a rule or an exception only: nothing failed, but an expedited evaluation ended, every label being settled,
  /// before what would decide it was scored. It is neither TRUE nor FALSE, and to call it either would make it up.
  case unsettled
}

/// An outcome and the score it follows from: -1 where the outcome is `failed`, 0 where it is `unsettled`.
public struct Verdict: Sendable, Hashable {
  public var outcome: Outcome
  public var score: Double

  public init(outcome: Outcome, score: Double) {
    self.outcome = outcome
    self.score = score
  }
}

/// What a policy makes of one content. Numbers only: the texts stand in the compiled policy, in the same order.
public struct PolicyReport: Sendable {
  public struct Exception: Sendable, Hashable {
    public var verdict: Verdict
    /// One for each rule, in source order.
    public var rules: [Verdict]

    public init(verdict: Verdict, rules: [Verdict]) {
      self.verdict = verdict
      self.rules = rules
    }
  }

  public struct Label: Sendable, Hashable {
    /// Never `unsettled`. A suppressed label is FALSE and keeps its own score.
    public var verdict: Verdict
    /// One for each rule, in source order.
    public var rules: [Verdict]
    public var exception: Exception?
    /// Whether a label above it in the priorities matched.
    public var isSuppressed: Bool

    public init(verdict: Verdict, rules: [Verdict], exception: Exception?, isSuppressed: Bool) {
      self.verdict = verdict
      self.rules = rules
      self.exception = exception
      self.isSuppressed = isSuppressed
    }
  }

  public var threshold: Double
  public var verdict: Verdict
  /// In the order of `CompiledPolicy.labels`.
  public var labels: [Label]
  /// The policy's own exception.
  public var exception: Exception?
  /// In the order of `CompiledPolicy.features`; `unknown` for one that failed or, expedited, was not needed.
  public var featureScores: [Score]
  /// The features that an expedited evaluation had no need to score; ascending.
  public var unscoredFeatures: [Int]

  public init(
    threshold: Double, verdict: Verdict, labels: [Label], exception: Exception?, featureScores: [Score],
    unscoredFeatures: [Int] = []
  ) {
    self.threshold = threshold
    self.verdict = verdict
    self.labels = labels
    self.exception = exception
    self.featureScores = featureScores
    self.unscoredFeatures = unscoredFeatures
  }
}
