import Dispatch

/// Runs what blocks on a dispatch queue's thread, so that no thread shared by tasks waits for a disk.
func withBlockingCall<Value: Sendable>(
  on queue: DispatchQueue = .global(), _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    queue.async {
      continuation.resume(with: Result { try body() })
    }
  }
}
