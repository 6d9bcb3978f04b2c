/// A caller that awaits the parts of its work, and what there is of its answer.
struct PoolCall: Sendable {
  enum Work: Sendable {
    /// A part is a sequence.
    case encoding([[Int32]])
    case scoring([ScoringPart], of: WindowVectors, against: SignalMatrix)

    var partCount: Int {
      switch self {
      case .encoding(let sequences): sequences.count
      case .scoring(let parts, _, _): parts.count
      }
    }
  }

  /// For each part what the model makes of it.
  typealias Answer = [[Float]]

  let work: Work
  let continuation: CheckedContinuation<Answer, any Error>
  private var results: [[Float]?]
  private var left: Int

  init(_ work: Work, _ continuation: CheckedContinuation<Answer, any Error>) {
    self.work = work
    self.continuation = continuation
    results = Array(repeating: nil, count: work.partCount)
    left = work.partCount
  }

  /// - Returns: the whole answer, once there is one.
  mutating func record(_ result: [Float], at index: Int) -> Answer? {
    if results[index] == nil { left -= 1 }
    results[index] = result
    return left == 0 ? results.compactMap(\.self) : nil
  }
}
