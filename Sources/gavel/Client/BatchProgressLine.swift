internal import Foundation

/// Says on standard error how far a batch job has come: a line that changes on a terminal, else a line a state.
final class BatchProgressLine {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var shown = ""

  func show(_ status: BatchStatus) {
    let text =
      isTerminal && status.rows > 0
      ? "\(status.state)  \(status.rowsDone) of \(status.rows) rows" : status.state
    guard text != shown else { return }
    shown = text
    // To the line's beginning, and clear it.
    let line = isTerminal ? "\r\u{1b}[K\(text)\(status.hasEnded ? "\n" : "")" : "\(text)\n"
    Terminal.write(line, to: .standardError)
  }
}
