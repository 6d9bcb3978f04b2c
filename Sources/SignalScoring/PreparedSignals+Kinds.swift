/// Prepared signals that can score some of the features alone: what is cached, or settled without, is not asked again.
public protocol SelectiveSignals: PreparedSignals {
  /// Scores the features at some positions of the prepared ones.
  ///
  /// - Parameter positions: ascending; the results come in the same order.
  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult]
}

extension SelectiveSignals {
  public func score(_ text: TextContent, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    try await score(.text(text), only: positions)
  }
}

/// Prepared signals that answer in microseconds and wait for nothing: scored on the caller's own thread, never cached.
public protocol ImmediateSignals: PreparedSignals {
  /// Scores all the prepared features on one content, in the order they were prepared.
  func scoreImmediately(_ content: Content) -> [SignalResult]
}

extension ImmediateSignals {
  public func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    scoreImmediately(content)
  }
}
