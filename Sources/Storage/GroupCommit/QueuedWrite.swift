import GRDB

/// A write, and whom to tell how it went.
struct QueuedWrite: Sendable {
  /// Whether it is one statement, which SQLite undoes by itself where it fails.
  let isOneStatement: Bool
  /// Writes, adds the figures that count if it succeeds, and returns what tells the caller that it is durable: to be
  /// called after the commit.
  let perform: @Sendable (Database, inout FigureChanges) throws -> (@Sendable () -> Void)
  /// Tells the caller that nothing of it was written.
  let fail: @Sendable (any Error) -> Void
}
