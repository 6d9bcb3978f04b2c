/// What one scorer said of one feature of a content.
public struct FeatureAnswer: Sendable, Hashable {
  /// Its index.
  public var feature: Int
  /// 0...1.
  public var score: Double
  /// The name of the scorer that gave the score.
  public var scorer: String
  /// The name of the scorer that was asked and could not answer; nil where it did.
  public var asked: String?
  public var evidence: Evidence?

  public init(feature: Int, score: Double, scorer: String, asked: String? = nil, evidence: Evidence? = nil) {
    self.feature = feature
    self.score = score
    self.scorer = scorer
    self.asked = asked
    self.evidence = evidence
  }
}
