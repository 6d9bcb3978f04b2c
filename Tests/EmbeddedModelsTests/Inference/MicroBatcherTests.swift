import Testing

@testable import EmbeddedModels

@Suite struct MicroBatcherTests {
  private func batch(_ length: Int, _ sequences: (UInt64, Int)...) -> MicroBatcher.Batch {
    MicroBatcher.Batch(
      parts: sequences.map { MicroBatcher.Part(call: $0.0, index: $0.1) }, paddedLength: length)
  }

  /// With a thread idle, nothing waits to be joined.
  @Test func runsAtOnceWhenIdle() {
    var batcher = MicroBatcher()
    #expect(batcher.workerBecameIdle(0) == [])
    #expect(batcher.submit(1, lengths: [5]) == [.encode(batch(8, (1, 0)), worker: 0)])
    #expect(batcher.submit(2, lengths: [5]) == [])
  }

  /// What came in while all threads were busy goes together, by length, up to the budget.
  @Test func joinsThoseOfOneLength() {
    var batcher = MicroBatcher(limits: .init(batchTokens: 32))
    _ = batcher.submit(1, lengths: [14])
    _ = batcher.submit(2, lengths: [3])
    _ = batcher.submit(3, lengths: [16])
    _ = batcher.submit(4, lengths: [9])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(16, (1, 0), (3, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (2, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(16, (4, 0)), worker: 0)])
  }

  /// Idle threads share a call's sequences rather than have one of them do all.
  @Test func sharesAmongIdleThreads() {
    var batcher = MicroBatcher()
    _ = batcher.workerBecameIdle(0)
    _ = batcher.workerBecameIdle(1)
    let actions = batcher.submit(1, lengths: [8, 8, 8, 8])
    #expect(
      actions == [.encode(batch(8, (1, 0), (1, 1)), worker: 1), .encode(batch(8, (1, 2), (1, 3)), worker: 0)])
  }

  /// A short call that comes after a long one waits for one of its sequences, not for all.
  @Test func callsTakeTurns() {
    var batcher = MicroBatcher(limits: .init(batchTokens: 64))
    _ = batcher.submit(1, lengths: [64, 64, 64, 64])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(64, (1, 0)), worker: 0)])
    #expect(batcher.submit(2, lengths: [8]) == [])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (2, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(64, (1, 1)), worker: 0)])
  }

  /// What the queue has no room for waits, first come first served; past the most that may wait, calls are refused.
  @Test func boundsTheQueue() {
    var batcher = MicroBatcher(limits: .init(queuedSequences: 2, queuedTokens: 64, waitingCalls: 2))
    #expect(batcher.submit(1, lengths: [64]) == [])
    #expect(batcher.submit(2, lengths: [32]) == [])
    #expect(batcher.submit(3, lengths: [8]) == [])
    #expect(batcher.submit(4, lengths: [8]) == [.refuse(4)])
    #expect(batcher.cancel(2) == [])
    #expect(batcher.submit(5, lengths: [8]) == [])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(64, (1, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (3, 0), (5, 0)), worker: 0)])
  }

  /// A call larger than the whole queue is taken when it is alone.
  @Test func takesALargeCallAlone() {
    var batcher = MicroBatcher(limits: .init(queuedSequences: 1))
    #expect(batcher.submit(1, lengths: [8, 16]) == [])
    #expect(batcher.submit(2, lengths: [8]) == [])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (1, 0)), worker: 0)])
    #expect(batcher.cancel(1) == [])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (2, 0)), worker: 0)])
  }

  private func score(_ call: UInt64, _ index: Int) -> MicroBatcher.Action {
    .score(MicroBatcher.Part(call: call, index: index), worker: 0)
  }

  /// Of one turn, what is to be scored goes first; a content of many parts takes turns with the others.
  @Test func scoringGoesFirstAndTakesTurns() {
    var batcher = MicroBatcher()
    _ = batcher.submit(1, lengths: [8])
    #expect(batcher.submit(2, scorings: 2) == [])
    _ = batcher.submit(3, lengths: [16])
    #expect(batcher.submit(4, scorings: 1) == [])
    #expect(batcher.workerBecameIdle(0) == [score(2, 0)])
    #expect(batcher.workerBecameIdle(0) == [score(4, 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (1, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(16, (3, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [score(2, 1)])
  }

  /// Too many parts to score are refused, but for a call that is alone; a cancelled call's are forgotten.
  @Test func boundsTheScorings() {
    var batcher = MicroBatcher(limits: .init(queuedScorings: 3))
    #expect(batcher.submit(1, scorings: 5) == [])
    #expect(batcher.submit(2, scorings: 1) == [.refuse(2)])
    #expect(batcher.cancel(1) == [])
    #expect(batcher.submit(3, scorings: 2) == [])
    #expect(batcher.submit(4, scorings: 2) == [.refuse(4)])
    #expect(batcher.workerBecameIdle(0) == [score(3, 0)])
    #expect(batcher.submit(5, lengths: [8]) == [])
    #expect(batcher.workerBecameIdle(0) == [.encode(batch(8, (5, 0)), worker: 0)])
    #expect(batcher.workerBecameIdle(0) == [score(3, 1)])
  }

  /// Whatever comes in whichever order: each part runs once unless its call is refused or cancelled, a sequence in a
  /// batch of its length and within the budget, on a thread that was idle.
  @Test(arguments: 0..<20) func keepsItsPromises(seed: UInt64) {
    var source = SplitMix(state: seed)
    var batcher = MicroBatcher(
      limits: .init(queuedSequences: 12, queuedTokens: 400, waitingCalls: 5, queuedScorings: 20, batchTokens: 96))
    var due: Set<String> = []
    var lengths: [UInt64: [Int]] = [:]
    var busy: Set<Int> = [0, 1, 2]
    var faults = 0

    func apply(_ actions: [MicroBatcher.Action]) {
      for action in actions {
        switch action {
        case .refuse(let call):
          due = due.filter { !$0.hasPrefix("\(call).") }
        case .score(let part, let worker):
          if !busy.insert(worker).inserted { faults += 1 }
          if lengths[part.call] != nil || due.remove("\(part.call).\(part.index)") == nil { faults += 1 }
        case .encode(let batch, let worker):
          if !busy.insert(worker).inserted { faults += 1 }
          if batch.parts.count > 1, batch.parts.count * batch.paddedLength > 96 { faults += 1 }
          for part in batch.parts {
            if due.remove("\(part.call).\(part.index)") == nil { faults += 1 }
            let length = lengths[part.call]?[part.index] ?? 0
            if MicroBatcher.paddedLength(length) != batch.paddedLength { faults += 1 }
          }
        }
      }
    }

    for call in 1...400 as ClosedRange<UInt64> {
      let sequences = (0..<Int.random(in: 1...6, using: &source)).map { _ in Int.random(in: 1...60, using: &source) }
      for index in sequences.indices { due.insert("\(call).\(index)") }
      if Bool.random(using: &source) {
        apply(batcher.submit(call, scorings: sequences.count))
      } else {
        lengths[call] = sequences
        apply(batcher.submit(call, lengths: sequences))
      }
      if Int.random(in: 0..<5, using: &source) == 0 {
        let gone = UInt64.random(in: 1...call, using: &source)
        due = due.filter { !$0.hasPrefix("\(gone).") }
        apply(batcher.cancel(gone))
      }
      for _ in 0..<Int.random(in: 0..<4, using: &source) {
        guard let worker = busy.randomElement(using: &source) else { break }
        busy.remove(worker)
        apply(batcher.workerBecameIdle(worker))
      }
    }
    for _ in 0..<400 {
      guard let worker = busy.min() else { break }
      busy.remove(worker)
      apply(batcher.workerBecameIdle(worker))
    }
    #expect(due.isEmpty && faults == 0)
  }
}

/// A generator that starts anywhere and is the same everywhere.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
