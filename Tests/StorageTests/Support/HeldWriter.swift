import Dispatch

@testable import Storage

/// Keeps a store's writer busy until it is released, so that other writes have to wait.
final class HeldWriter: Sendable {
  private let gate = DispatchSemaphore(value: 0)
  private let write: Task<Void, any Error>

  /// Returns once the writer is held.
  init(_ store: SQLiteStore) async {
    let (started, start) = AsyncStream<Void>.makeStream()
    write = Task { [gate] in
      try await store.write { _ in
        start.finish()
        gate.wait()
      }
    }
    for await _ in started {}
  }

  func release() async throws {
    gate.signal()
    try await write.value
  }
}
