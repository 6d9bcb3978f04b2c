internal import Dispatch
internal import Synchronization

/// What the pool's callers and threads share: who awaits a picture, and which have not been begun.
final class DecodingPoolState: Sendable {
  typealias ID = Int
  typealias Continuation = CheckedContinuation<[Picture], any Error>

  private struct Shared: Sendable {
    /// All who await a picture, whether it has been begun or not.
    var continuations: [ID: Continuation] = [:]
    /// In the order in which they came.
    var waiting: [(id: ID, work: DecodingWork)] = []
    /// Pictures that are being decoded, for somebody or nobody.
    var begun = 0
    var nextID: ID = 0
    var isStopped = false

    /// What a thread that was woken is to do.
    mutating func next() -> Step {
      if isStopped { return .end }
      // A picture whose caller has left is no longer there, though the bell was rung for it.
      if waiting.isEmpty { return .wait }
      begun += 1
      let (id, work) = waiting.removeFirst()
      return .decode(work, for: id)
    }
  }

  private enum Step: Sendable {
    case wait
    case decode(DecodingWork, for: ID)
    case end
  }

  private let shared = Mutex(Shared())
  /// Rung once for each picture that is submitted, and for each thread that is to end.
  private let bell = DispatchSemaphore(value: 0)
  private let capacity: Int

  /// - Parameter capacity: pictures that may wait or be decoded, together.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Pictures that have not been begun.
  var waitingCount: Int { shared.withLock { $0.waiting.count } }

  func newID() -> ID {
    shared.withLock {
      $0.nextID += 1
      return $0.nextID
    }
  }

  /// Called on the caller's task, so that it can tell whether that is cancelled: the cancellation may have come first.
  func submit(_ work: DecodingWork, as id: ID, _ continuation: Continuation) {
    let refusal: (any Error)? = shared.withLock { shared in
      if Task.isCancelled { return CancellationError() }
      if shared.isStopped { return Self.stopped }
      guard shared.waiting.count + shared.begun < capacity else { return Self.overloaded }
      shared.continuations[id] = continuation
      shared.waiting.append((id, work))
      return nil
    }
    // Nobody is resumed or woken under the lock.
    if let refusal {
      continuation.resume(throwing: refusal)
    } else {
      bell.signal()
    }
  }

  func cancel(_ id: ID) {
    let continuation = shared.withLock { shared in
      shared.waiting.removeAll { $0.id == id }
      return shared.continuations.removeValue(forKey: id)
    }
    continuation?.resume(throwing: CancellationError())
  }

  func stop() {
    let continuations = shared.withLock { shared in
      shared.isStopped = true
      shared.waiting = []
      defer { shared.continuations = [:] }
      return Array(shared.continuations.values)
    }
    for continuation in continuations { continuation.resume(throwing: Self.stopped) }
    bell.signal()
  }

  /// A thread's life: until the pool is stopped.
  func work(with decode: (DecodingWork) throws(ImageError) -> [Picture]) {
    while true {
      bell.wait()
      switch shared.withLock({ $0.next() }) {
      case .wait: continue
      case .decode(let work, let id): answer(Result { () throws(ImageError) in try decode(work) }, to: id)
      case .end:
        // For the next thread.
        bell.signal()
        return
      }
    }
  }

  private func answer(_ outcome: Result<[Picture], ImageError>, to id: ID) {
    let continuation = shared.withLock { shared in
      shared.begun -= 1
      return shared.continuations.removeValue(forKey: id)
    }
    switch outcome {
    case .success(let pictures): continuation?.resume(returning: pictures)
    case .failure(let error): continuation?.resume(throwing: error)
    }
  }

  private static let stopped = ImageError(.stopped, "pictures are no longer taken: the server is shutting down")
  private static let overloaded = ImageError(.overloaded, "more pictures are waiting to be decoded than may")
}
