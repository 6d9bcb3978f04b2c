/// A batch job's life, by the numbers of the wire. It moves down this list only, and ends once; `error` and `cancelled`
/// can be reached from any state before the end.
package enum BatchState: Int, Sendable, Hashable, CaseIterable {
  /// Waits for its input file.
  case initialized = 2
  /// Has its input file, and waits for its turn.
  case queued = 3
  /// Its input file is being checked, and its policy made ready.
  case preprocessing = 4
  case preprocessed = 5
  /// Its rows are being evaluated.
  case submitted = 6
  /// Its output is being put on the disk for good.
  case postprocessing = 7
  case postprocessed = 8
  case completed = 9
  case error = 1
  case cancelled = 10

  package var isTerminal: Bool { self == .completed || self == .error || self == .cancelled }

  /// Whether an input file is taken, the first one or another in its place.
  package var takesInput: Bool { self == .initialized || self == .queued }

  /// The state that something brings about.
  ///
  /// - Returns: nil where it cannot happen in this state.
  package func after(_ event: BatchEvent) -> BatchState? {
    switch (event, self) {
    case (.uploaded, .initialized), (.uploaded, .queued): .queued
    case (.inputRefused, .initialized), (.inputRefused, .queued): .error
    case (.expired, .initialized): .error
    case (.began, .queued): .preprocessing
    case (.checked, .preprocessing): .preprocessed
    case (.submitted, .preprocessed): .submitted
    case (.wrote, .submitted): .submitted
    case (.evaluated, .submitted): .postprocessing
    case (.secured, .postprocessing): .postprocessed
    case (.completed, .postprocessed): .completed
    case (.failed, let state) where !state.isTerminal: .error
    case (.cancelled, let state) where !state.isTerminal: .cancelled
    default: nil
    }
  }
}
