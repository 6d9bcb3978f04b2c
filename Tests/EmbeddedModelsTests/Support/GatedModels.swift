import Dispatch
import Synchronization

@testable import EmbeddedModels

/// Encodes a sequence as its own tokens, a number each, and scores a window against a signal as the product of their
/// first numbers, once it is let through; tells what it was given, and when it begins.
final class GatedModels: ModelSession, Sendable {
  enum Task: Equatable {
    case encode([[Int32]])
    case score(ScoringPart)
  }

  let begun: AsyncStream<Void>

  private let beginning: AsyncStream<Void>.Continuation
  private let gate = DispatchSemaphore(value: 0)
  private let given = Mutex<[Task]>([])
  private let error: EmbeddedModelError?

  /// - Parameter error: what it throws instead.
  init(error: EmbeddedModelError? = nil) {
    (begun, beginning) = AsyncStream.makeStream()
    self.error = error
  }

  var tasks: [Task] { given.withLock(\.self) }

  func open(times: Int = 100) {
    for _ in 0..<times { gate.signal() }
  }

  func encode(_ sequences: [[Int32]], paddedTo length: Int) throws(EmbeddedModelError) -> [[Float]] {
    try pass(.encode(sequences))
    return sequences.map { $0.map(Float.init) }
  }

  func score(
    _ part: ScoringPart, of windows: WindowVectors, against signals: SignalMatrix
  ) throws(EmbeddedModelError) -> [Float] {
    try pass(.score(part))
    return part.windows.flatMap { window in
      part.signals.map { windows.values[window * windows.length] * signals.values[$0] }
    }
  }

  private func pass(_ task: Task) throws(EmbeddedModelError) {
    given.withLock { $0.append(task) }
    beginning.yield()
    gate.wait()
    if let error { throw error }
  }
}
