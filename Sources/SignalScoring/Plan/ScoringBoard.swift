internal import PolicyEvaluation

/// What has been learned so far of one content: scores narrow as stages answer.
///
/// A feature that several answer (a fuzzy one: its form, its meaning; on an image: the writing, what is seen) has the
/// greatest of their scores, so each answer raises its lower end, and the last one, if none failed, closes the interval.
/// A score of 1 closes it at once.
struct ScoringBoard {
  private(set) var scores: [Score]
  private(set) var failures: [Int: ScoringError]
  /// Each answer with who gave it, in the order of arrival, which differs from run to run.
  private var answers: [(by: Answerers, answer: FeatureAnswer)] = []
  /// Who has still to answer each feature.
  private var awaited: [Answerers]
  private let isExplained: Bool

  /// - Parameters:
  ///   - failures: features, or halves of them, that nobody can answer.
  ///   - isExplained: whether every answer is kept, not only a stand-in's.
  init(awaited: [Answerers], failures: [Int: ScoringError], isExplained: Bool) {
    scores = Array(repeating: .unknown, count: awaited.count)
    self.awaited = awaited
    self.failures = failures
    self.isExplained = isExplained
  }

  /// Whether an answer can still tell something of a feature.
  func isOpen(_ feature: Int) -> Bool { isOpen(feature, to: .all) }

  func isOpen(_ feature: Int, to answerers: Answerers) -> Bool {
    !awaited[feature].isDisjoint(with: answerers) && scores[feature].lower < 1
  }

  /// - Parameter scorer: the name of the one that was asked.
  mutating func record(_ result: SignalResult, of feature: Int, by answerer: Answerers, _ scorer: String) {
    awaited[feature].subtract(answerer)
    switch result {
    case .scored(let value, let evidence, let standIn):
      guard !value.isNaN else {
        failures[feature] = ScoringError(.inferenceFailed, "the model's score is not a number")
        return
      }
      let score = min(max(value, 0), 1)
      raise(feature, to: score)
      if isExplained || standIn != nil {
        let answer = FeatureAnswer(
          feature: feature, score: score, scorer: standIn ?? scorer, asked: standIn == nil ? nil : scorer,
          evidence: evidence)
        answers.append((answerer, answer))
      }
    case .failed(let error):
      // What can never be told here must not hide what failed this once.
      let isHidden = error.code == .unsupported && failures[feature] != nil
      if scores[feature].lower < 1, !isHidden { failures[feature] = error }
    }
  }

  private mutating func raise(_ feature: Int, to value: Double) {
    let lower = max(scores[feature].lower, value)
    if lower == 1 { failures[feature] = nil }
    let isClosed = lower == 1 || (awaited[feature].isEmpty && failures[feature] == nil)
    scores[feature] = Score(lower: lower, upper: isClosed ? lower : 1)
  }

  /// What was learned, the answers by feature and, of one feature, from the cheapest answerer to the dearest.
  func finished() -> ScoredContent {
    let ordered = answers.sorted {
      ($0.answer.feature, $0.by.rawValue) < ($1.answer.feature, $1.by.rawValue)
    }
    return ScoredContent(
      scores: scores, failures: failures, answers: ordered.map(\.answer),
      unscored: scores.indices.filter { isOpen($0) })
  }
}
