internal import Dispatch

/// Runs what blocks or computes for long one after the other, on a thread that no tasks share.
struct SerialQueue: Sendable {
  private let queue: DispatchQueue

  init(_ label: String) {
    queue = DispatchQueue(label: label, qos: .utility)
  }

  /// Runs the body when those before it have ended. It runs whatever becomes of the caller.
  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result { try body() }) }
    }
  }
}
