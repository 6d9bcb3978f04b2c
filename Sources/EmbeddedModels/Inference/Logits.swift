/// How strongly each window of a content shows each signal: log odds before they are calibrated.
struct Logits: Sendable, Equatable {
  private let signals: Int
  /// Window after window.
  private var values: [Float]

  /// - Parameter parts: that make up all windows and signals, each with its logits in order.
  init(windows: Int, signals: Int, parts: [(part: ScoringPart, logits: [Float])]) {
    self.signals = signals
    values = Array(repeating: 0, count: windows * signals)
    for (part, logits) in parts {
      // The rows of zeros come last.
      let columns = part.signals.clamped(to: 0..<signals)
      for (row, window) in part.windows.enumerated() {
        let start = row * part.signals.count
        values.replaceSubrange(
          window * signals + columns.lowerBound..<window * signals + columns.upperBound,
          with: logits[start..<start + columns.count])
      }
    }
  }

  subscript(window: Int, signal: Int) -> Double { Double(values[window * signals + signal]) }

  var areFinite: Bool { values.allSatisfy(\.isFinite) }
}
