import Dispatch
import Synchronization

@testable import EmbeddedModels

/// Encodes a sequence as its own tokens, once it is let through; tells what it was given, and when it begins.
final class GatedEncoder: BatchEncoder, Sendable {
  let begun: AsyncStream<Void>

  private let beginning: AsyncStream<Void>.Continuation
  private let gate = DispatchSemaphore(value: 0)
  private let given = Mutex<[[Int32]]>([])
  private let error: EmbeddedModelError?

  /// - Parameter error: what it throws instead.
  init(error: EmbeddedModelError? = nil) {
    (begun, beginning) = AsyncStream.makeStream()
    self.error = error
  }

  var encoded: [[Int32]] { given.withLock(\.self) }

  func open(times: Int = 100) {
    for _ in 0..<times { gate.signal() }
  }

  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [Embedding] {
    given.withLock { $0 += sequences }
    beginning.yield()
    gate.wait()
    if let error { throw error }
    return sequences.map { Embedding($0.map(Float.init)) }
  }
}
