internal import Dispatch
internal import Synchronization

/// What the pool's callers and threads share: the batcher, the calls under way, a mailbox for each thread.
final class PoolState: Sendable {
  private struct Work: Sendable {
    var batch: MicroBatcher.Batch
    var sequences: [[Int32]]
  }

  private struct Shared: Sendable {
    var batcher: MicroBatcher
    var calls: [MicroBatcher.CallID: PoolCall] = [:]
    var nextID: MicroBatcher.CallID = 0
    /// What each thread is to do next.
    var mailboxes: [Work?]
    var isStopped = false
  }

  /// To be done once the lock is released: nobody is resumed or woken under it.
  private struct Effects {
    var answers: [(CheckedContinuation<[Embedding], any Error>, Result<[Embedding], any Error>)] = []
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
        Self.apply(shared.batcher.submit(id, lengths: call.sequences.map(\.count)), to: &shared, &effects)
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
  func work(as worker: Int, with encoder: any BatchEncoder) {
    report(nil, by: worker)
    while true {
      bells[worker].wait()
      let (work, isStopped) = shared.withLock { shared in
        defer { shared.mailboxes[worker] = nil }
        return (shared.mailboxes[worker], shared.isStopped)
      }
      if isStopped { return }
      guard let work else { continue }
      let outcome = Result { () throws(EmbeddedModelError) in
        try encoder.encode(work.sequences, paddedTo: work.batch.paddedLength)
      }
      report((work.batch, outcome), by: worker)
    }
  }

  private func report(
    _ done: (batch: MicroBatcher.Batch, outcome: Result<[Embedding], EmbeddedModelError>)?, by worker: Int
  ) {
    let effects = shared.withLock { shared in
      var effects = Effects()
      if let done { Self.deliver(done.outcome, of: done.batch, in: &shared, &effects) }
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
    for action in actions {
      switch action {
      case .run(let batch, let worker):
        // INVARIANT: a call that ends is taken out of the batcher too, so every sequence's call is there.
        let sequences = batch.sequences.compactMap { shared.calls[$0.call]?.sequences[$0.index] }
        shared.mailboxes[worker] = Work(batch: batch, sequences: sequences)
        effects.wokenWorkers.append(worker)
      case .refuse(let id):
        if let call = shared.calls.removeValue(forKey: id) {
          effects.answers.append((call.continuation, .failure(overloaded)))
        }
      }
    }
  }

  private static func deliver(
    _ outcome: Result<[Embedding], EmbeddedModelError>, of batch: MicroBatcher.Batch, in shared: inout Shared,
    _ effects: inout Effects
  ) {
    switch outcome {
    case .success(let embeddings):
      for (sequence, embedding) in zip(batch.sequences, embeddings) {
        // A call that was cancelled in the meantime is no longer there.
        if let answer = shared.calls[sequence.call]?.record(embedding, at: sequence.index),
          let call = shared.calls.removeValue(forKey: sequence.call)
        {
          effects.answers.append((call.continuation, .success(answer)))
        }
      }
    case .failure(let error):
      for sequence in batch.sequences { end(sequence.call, error, in: &shared, &effects) }
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
