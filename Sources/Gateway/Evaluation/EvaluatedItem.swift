package import PolicyEvaluation
package import SignalScoring

/// What came of one item of a request.
package struct EvaluatedItem: Sendable {
  /// Its place in the request, from 0.
  package var index: Int
  /// Names the content: see `ContentHash`.
  package var contentHash: String
  package var metadata: [String: String]
  package var report: PolicyReport
  package var usage: TokenUsage
  /// Nil unless it was asked for, or a stand-in answered.
  package var explanation: Explanation?
  /// Why features are not wholly known, by their index; empty of what was kept.
  package var failures: [Int: ScoringError] = [:]

  /// Why the first of them is not; one that may be scored another time comes before one that never can.
  package var firstFailure: ScoringError? {
    let ordered = failures.sorted { $0.key < $1.key }.map(\.value)
    return ordered.first { $0.code != .unsupported } ?? ordered.first
  }
}
