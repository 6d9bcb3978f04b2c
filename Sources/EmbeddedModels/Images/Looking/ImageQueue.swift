/// Decides what a thread looks at next: events in, answers out, no clock and no thread of its own.
///
/// Calls about one image are taken together, so that it is decoded once; else first come, first served. The queue is
/// bounded: beyond, a call is refused.
struct ImageQueue: Sendable {
  typealias CallID = UInt64

  /// Calls about one image.
  struct Job: Sendable, Equatable {
    var hash: String
    var calls: [CallID]
    var aspects: Set<ImageAspect>
  }

  private struct Waiting {
    var id: CallID
    var hash: String
    var aspects: Set<ImageAspect>
  }

  private let capacity: Int
  private var waiting: [Waiting] = []

  /// - Parameter capacity: how many calls wait at most.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// - Returns: whether the call is taken.
  mutating func submit(_ id: CallID, hash: String, aspects: Set<ImageAspect>) -> Bool {
    guard waiting.count < capacity else { return false }
    waiting.append(Waiting(id: id, hash: hash, aspects: aspects))
    return true
  }

  mutating func cancel(_ id: CallID) {
    waiting.removeAll { $0.id == id }
  }

  /// - Parameter held: the image that the thread has decoded; calls about it go first.
  /// - Returns: nil where nothing waits.
  mutating func next(held: String?) -> Job? {
    guard let hash = (waiting.first { $0.hash == held } ?? waiting.first)?.hash else { return nil }
    var job = Job(hash: hash, calls: [], aspects: [])
    waiting.removeAll { call in
      guard call.hash == hash else { return false }
      job.calls.append(call.id)
      job.aspects.formUnion(call.aspects)
      return true
    }
    return job
  }
}
