internal import PolicyEvaluation

/// What has been learned so far of one content: scores narrow as stages answer.
///
/// A feature that two answer (a fuzzy one: its form, its meaning) has the greater of the two scores, so each
/// answer raises its lower end, and the last one, if none failed, closes the interval. A score of 1 closes it at once.
struct ScoringBoard {
  private(set) var scores: [Score]
  private(set) var failures: [Int: ScoringError]
  private(set) var evidence: [Int: Evidence] = [:]
  /// Who has still to answer each feature.
  private var awaited: [Answerers]

  /// - Parameter failures: features, or halves of them, that nobody can answer.
  init(awaited: [Answerers], failures: [Int: ScoringError]) {
    scores = Array(repeating: .unknown, count: awaited.count)
    self.awaited = awaited
    self.failures = failures
  }

  /// Whether an answer can still tell something of a feature.
  func isOpen(_ feature: Int) -> Bool { isOpen(feature, to: [.matching, .model]) }

  func isOpen(_ feature: Int, to answerers: Answerers) -> Bool {
    !awaited[feature].isDisjoint(with: answerers) && scores[feature].lower < 1
  }

  mutating func record(_ result: SignalResult, of feature: Int, by answerer: Answerers) {
    awaited[feature].subtract(answerer)
    switch result {
    case .scored(let value, let found):
      guard !value.isNaN else {
        failures[feature] = ScoringError(.inferenceFailed, "the model's score is not a number")
        return
      }
      raise(feature, to: min(max(value, 0), 1))
      if let found, !found.spans.isEmpty { add(found, to: feature) }
    case .failed(let error):
      if scores[feature].lower < 1 { failures[feature] = error }
    }
  }

  private mutating func raise(_ feature: Int, to value: Double) {
    let lower = max(scores[feature].lower, value)
    if lower == 1 { failures[feature] = nil }
    let isClosed = lower == 1 || (awaited[feature].isEmpty && failures[feature] == nil)
    scores[feature] = Score(lower: lower, upper: isClosed ? lower : 1)
  }

  private mutating func add(_ found: Evidence, to feature: Int) {
    guard let known = evidence[feature] else {
      evidence[feature] = Evidence(spans: Array(found.spans.prefix(Evidence.maximumSpans)))
      return
    }
    let spans = (known.spans + found.spans).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    evidence[feature] = Evidence(spans: Array(spans.prefix(Evidence.maximumSpans)))
  }

  func finished() -> ScoredContent {
    ScoredContent(
      scores: scores, failures: failures, evidence: evidence, unscored: scores.indices.filter { isOpen($0) })
  }
}
