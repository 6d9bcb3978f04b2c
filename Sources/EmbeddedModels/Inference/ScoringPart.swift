/// What of a content is scored in one go: some of its windows, against some of the signals.
struct ScoringPart: Sendable, Equatable {
  var windows: Range<Int>
  /// Rows of the matrix, those of zeros included.
  var signals: Range<Int>

  // More at once is no faster a signal, and keeps others waiting.
  private static let maximumSignals = 256
  private static let maximumLogits = 512
  private static let maximumTokens = 1024

  /// As few as may be: all windows against all signals, where that is not too much for one.
  static func all(windows: WindowVectors, signals: SignalMatrix) -> [ScoringPart] {
    if windows.count == 0 { return [] }
    return stride(from: 0, to: signals.paddedCount, by: maximumSignals).flatMap { first in
      let columns = first..<min(first + maximumSignals, signals.paddedCount)
      let rows = max(1, min(maximumLogits / columns.count, maximumTokens / windows.length))
      return stride(from: 0, to: windows.count, by: rows).map {
        ScoringPart(windows: $0..<min($0 + rows, windows.count), signals: columns)
      }
    }
  }
}
