internal import Dispatch
internal import Synchronization

/// What the pool's callers and threads share: the batcher, the calls under way, a mailbox for each thread.
final class PoolState: Sendable {
  /// What a thread is to do, and of which calls it is.
  private struct Assignment: Sendable {
    enum Work: Sendable {
      case encode([[Int32]], paddedTo: Int)
      case score(ScoringPart, of: WindowVectors, against: SignalMatrix)
    }

    var parts: [MicroBatcher.Part]
    var work: Work

    /// For each part what the model makes of it.
    func perform(with session: any ModelSession) throws(EmbeddedModelError) -> [[Float]] {
      switch work {
      case .encode(let sequences, let length): try session.encode(sequences, paddedTo: length)
      case .score(let part, let windows, let signals): [try session.score(part, of: windows, against: signals)]
      }
    }
  }

  private struct Shared: Sendable {
    var batcher: MicroBatcher
    var calls: [MicroBatcher.CallID: PoolCall] = [:]
    var nextID: MicroBatcher.CallID = 0
    /// What each thread is to do next.
    var mailboxes: [Assignment?]
    var isStopped = false
  }

  /// To be done once the lock is released: nobody is resumed or woken under it.
  private struct Effects {
    var answers: [(CheckedContinuation<PoolCall.Answer, any Error>, Result<PoolCall.Answer, any Error>)] = []
    var wokenWorkers: [Int] = []
  }

  private let shared: Mutex<Shared>
  private let bells: [DispatchSemaphore]

  init(workers: Int, limits: MicroBatcher.Limits) {
    bells = (0..<workers).map { _ in DispatchSemaphore(value: 0) }
    shared = Mutex(
      Shared(batcher: MicroBatcher(limits: limits), mailboxes: Array(repeating: nil, count: workers)))
  }

  func newCall() -> MicroBatcher.CallID {
    shared.withLock {
      $0.nextID += 1
      return $0.nextID
    }
  }

  /// Called on the caller's task, so that it can tell whether that is cancelled: the cancellation may have come first.
  func submit(_ call: PoolCall, as id: MicroBatcher.CallID) {
    let effects = shared.withLock { shared in
      var effects = Effects()
      if Task.isCancelled {
        effects.answers.append((call.continuation, .failure(CancellationError())))
      } else if shared.isStopped {
        effects.answers.append((call.continuation, .failure(Self.stopped)))
      } else {
        shared.calls[id] = call
        let actions =
          switch call.work {
          case .encoding(let sequences): shared.batcher.submit(id, lengths: sequences.map(\.count))
          case .scoring(let parts, _, _): shared.batcher.submit(id, scorings: parts.count)
          }
        Self.apply(actions, to: &shared, &effects)
      }
      return effects
    }
    perform(effects)
  }

  func cancel(_ id: MicroBatcher.CallID) {
    let effects = shared.withLock { shared in
      var effects = Effects()
      Self.end(id, CancellationError(), in: &shared, &effects)
      return effects
    }
    perform(effects)
  }

  func stop() {
    let effects = shared.withLock { shared in
      var effects = Effects()
      shared.isStopped = true
      for id in shared.calls.keys.sorted() { Self.end(id, Self.stopped, in: &shared, &effects) }
      return effects
    }
    perform(effects)
    for bell in bells { bell.signal() }
  }

  /// A thread's life: until the pool is stopped.
  func work(as worker: Int, with session: any ModelSession) {
    report(nil, by: worker)
    while true {
      bells[worker].wait()
      let (assignment, isStopped) = shared.withLock { shared in
        defer { shared.mailboxes[worker] = nil }
        return (shared.mailboxes[worker], shared.isStopped)
      }
      if isStopped { return }
      guard let assignment else { continue }
      let outcome = Result { () throws(EmbeddedModelError) in try assignment.perform(with: session) }
      report((assignment.parts, outcome), by: worker)
    }
  }

  private func report(
    _ done: (parts: [MicroBatcher.Part], outcome: Result<[[Float]], EmbeddedModelError>)?, by worker: Int
  ) {
    let effects = shared.withLock { shared in
      var effects = Effects()
      if let done { Self.deliver(done.outcome, of: done.parts, in: &shared, &effects) }
      Self.apply(shared.batcher.workerBecameIdle(worker), to: &shared, &effects)
      return effects
    }
    perform(effects)
  }

  private func perform(_ effects: Effects) {
    for worker in effects.wokenWorkers { bells[worker].signal() }
    for (continuation, answer) in effects.answers { continuation.resume(with: answer) }
  }
}

extension PoolState {
  private static let stopped = EmbeddedModelError(.stopped, "the embedded model has been stopped")
  private static let overloaded = EmbeddedModelError(.overloaded, "too many texts wait for the embedded model")

  private static func apply(_ actions: [MicroBatcher.Action], to shared: inout Shared, _ effects: inout Effects) {
    // INVARIANT: a call that ends is taken out of the batcher too, so each part's call is there.
    for action in actions {
      switch action {
      case .encode(let batch, let worker):
        let sequences = batch.parts.compactMap { part in
          if case .encoding(let sequences) = shared.calls[part.call]?.work { sequences[part.index] } else { nil }
        }
        assign(.encode(sequences, paddedTo: batch.paddedLength), of: batch.parts, to: worker, in: &shared, &effects)
      case .score(let part, let worker):
        if case .scoring(let parts, let windows, let signals) = shared.calls[part.call]?.work {
          let work = Assignment.Work.score(parts[part.index], of: windows, against: signals)
          assign(work, of: [part], to: worker, in: &shared, &effects)
        }
      case .refuse(let id):
        if let call = shared.calls.removeValue(forKey: id) {
          effects.answers.append((call.continuation, .failure(overloaded)))
        }
      }
    }
  }

  private static func assign(
    _ work: Assignment.Work, of parts: [MicroBatcher.Part], to worker: Int, in shared: inout Shared,
    _ effects: inout Effects
  ) {
    shared.mailboxes[worker] = Assignment(parts: parts, work: work)
    effects.wokenWorkers.append(worker)
  }

  private static func deliver(
    _ outcome: Result<[[Float]], EmbeddedModelError>, of parts: [MicroBatcher.Part], in shared: inout Shared,
    _ effects: inout Effects
  ) {
    switch outcome {
    case .success(let results):
      for (part, result) in zip(parts, results) {
        // A call that was cancelled in the meantime is no longer there.
        if let answer = shared.calls[part.call]?.record(result, at: part.index),
          let call = shared.calls.removeValue(forKey: part.call)
        {
          effects.answers.append((call.continuation, .success(answer)))
        }
      }
    case .failure(let error):
      for part in parts { end(part.call, error, in: &shared, &effects) }
    }
  }

  /// Ends a call with an error; nothing where it has ended already.
  private static func end(
    _ id: MicroBatcher.CallID, _ error: any Error, in shared: inout Shared, _ effects: inout Effects
  ) {
    guard let call = shared.calls.removeValue(forKey: id) else { return }
    effects.answers.append((call.continuation, .failure(error)))
    apply(shared.batcher.cancel(id), to: &shared, &effects)
  }
}
