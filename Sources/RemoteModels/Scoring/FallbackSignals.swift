internal import SignalScoring

/// A policy version's features, prepared by two scorers.
struct FallbackSignals: SelectiveSignals {
  let first: Result<any PreparedSignals, ScoringError>
  let spare: SpareSignals
  let count: Int
  let names: (first: String, other: String)
  let notify: FallbackScorer.Notify

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, only: Array(0..<count))
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    var results = try await first.score(content, only: positions)
    var failures: [(index: Int, place: Int, error: ScoringError)] = []
    for (index, position) in positions.enumerated() {
      guard case .failed(let error) = results[index], let place = spare.places[position] else { continue }
      failures.append((index, place, error))
    }
    guard let reason = failures.first?.error else { return results }
    let answers = try await spare.signals.score(content, only: failures.map(\.place))
    var answered = 0
    for (failure, answer) in zip(failures, answers) {
      switch answer {
      case .scored(let score, let evidence, _):
        results[failure.index] = .scored(score, evidence: evidence, by: names.other)
        answered += 1
      case .failed(let error):
        results[failure.index] = .failed(
          ScoringError(failure.error.code, "\(failure.error.message); nor could another scorer: \(error.message)"))
      }
    }
    if answered > 0 {
      notify(
        FallbackNotice(failed: names.first, answered: names.other, features: answered, reason: reason))
    }
    return results
  }
}

extension Result<any PreparedSignals, ScoringError> {
  /// Scores the features at some positions, whether or not the scorer can do so by itself: one result for each.
  fileprivate func score(
    _ content: Content, only positions: [Int]
  ) async throws(CancellationError) -> [SignalResult] {
    switch self {
    case .failure(let error): return positions.map { _ in .failed(error) }
    case .success(let signals as any SelectiveSignals):
      let results = try await signals.score(content, only: positions)
      return positions.indices.map { $0 < results.count ? results[$0] : .failed(.unanswered) }
    case .success(let signals):
      let results = try await signals.score(content)
      return positions.map { $0 < results.count ? results[$0] : .failed(.unanswered) }
    }
  }
}

extension ScoringError {
  static let unanswered = ScoringError(.inferenceFailed, "the scorer gave no answer")
}
