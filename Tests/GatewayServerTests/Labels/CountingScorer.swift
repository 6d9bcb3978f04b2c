internal import Foundation
internal import PolicyEvaluation
internal import SignalScoring
internal import Synchronization

/// Scores a concept by its words (`0.7 of something` scores 0.7, `fail` fails, any other 0.5), and remembers what it was
/// asked in each call.
final class CountingScorer: SignalScorer {
  let version = "counting"
  private let asked = Mutex<[[String]]>([])

  /// The signals of each call, sorted.
  var calls: [[String]] { asked.withLock { $0 } }

  func cost(of kind: Feature.Kind) -> ScoringCost? {
    if case .concept = kind { .embedded } else { nil }
  }

  func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    Prepared(scorer: self, features: features)
  }

  fileprivate func note(_ features: [Feature]) { asked.withLock { $0.append(features.map(\.kind.identity).sorted()) } }

  private struct Prepared: SelectiveSignals {
    let scorer: CountingScorer
    let features: [Feature]

    func score(_ content: Content) async throws(CancellationError) -> [SignalResult] { results(features) }

    func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
      results(positions.map { features[$0] })
    }

    private func results(_ features: [Feature]) -> [SignalResult] {
      scorer.note(features)
      return features.map { feature in
        guard case .concept(let words) = feature.kind else { return .scored(0) }
        if words == "fail" { return .failed(ScoringError(.inferenceFailed, "the model failed")) }
        return .scored(words.split(separator: " ").first.flatMap { Double($0) } ?? 0.5)
      }
    }
  }
}
