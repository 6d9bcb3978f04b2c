import Testing

@testable import Storage

struct GroupCommitStateTests {
  private typealias State = GroupCommitState<String>

  private func limits(
    batchCount: Int = 2, batchBytes: Int = 100, queueCount: Int = 3, queueBytes: Int = 100
  ) -> GroupCommitLimits {
    var limits = GroupCommitLimits()
    limits.batchCount = batchCount
    limits.batchBytes = batchBytes
    limits.queueCount = queueCount
    limits.queueBytes = queueBytes
    return limits
  }

  /// The batches the writer gets until it rests.
  private func drain(_ state: inout State) -> [[String]] {
    var batches: [[String]] = []
    while case .commit(let batch) = state.next() { batches.append(batch) }
    return batches
  }

  /// One word for a submission's answer.
  private func word(_ submission: State.Submission) -> String {
    switch submission {
    case .startWriter: "start"
    case .wait: "wait"
    case .refuse(let refusal): "\(refusal)"
    }
  }

  /// Only the first write of a busy stretch starts the writer; batches keep the order and the limit.
  @Test func startsOneWriterAndKeepsOrder() {
    var state = State(limits: limits())
    let first = ["a", "b", "c"].map { word(state.submit($0, weight: 1)) }
    let batches = drain(&state)
    let again = word(state.submit("d", weight: 1))
    #expect(first == ["start", "wait", "wait"])
    #expect(batches == [["a", "b"], ["c"]])
    #expect(again == "start")
  }

  /// What arrives while a batch is written waits, and is the next batch.
  @Test func gathersWhileWriting() {
    var state = State(limits: limits())
    var answers = [word(state.submit("a", weight: 1))]
    guard case .commit(["a"]) = state.next() else {
      Issue.record("the lone write is a batch")
      return
    }
    answers += ["b", "c"].map { word(state.submit($0, weight: 1)) }
    #expect(answers == ["start", "wait", "wait"])
    #expect(drain(&state) == [["b", "c"]])
  }

  /// Past either bound a write is refused; taking a batch makes room again.
  @Test(arguments: [
    (weights: [1, 1, 1, 1], last: "overloaded"),
    (weights: [60, 40, 1], last: "overloaded"),
    (weights: [60, 40], last: "wait"),
    // Heavier than the bound, but nothing else waits.
    (weights: [500], last: "start"),
    (weights: [500, 1], last: "overloaded"),
  ])
  func refusesPastItsBounds(weights: [Int], last: String) {
    var state = State(limits: limits())
    let answers = weights.map { word(state.submit("x", weight: $0)) }
    _ = state.next()
    #expect(answers.last == last)
    #expect(word(state.submit("y", weight: 1)) == "wait")
  }

  /// Heavy writes end a batch early; one that is too heavy for any is written alone.
  @Test func boundsBatchesByBytes() {
    var state = State(limits: limits(batchCount: 10, batchBytes: 10, queueCount: 10, queueBytes: 1000))
    for (name, weight) in [("a", 6), ("b", 4), ("c", 1), ("d", 50), ("e", 1)] { _ = state.submit(name, weight: weight) }
    #expect(drain(&state) == [["a", "b"], ["c"], ["d"], ["e"]])
  }

  /// A waiting write can be taken back once; one the writer has, or had, cannot.
  @Test func withdrawsOnlyWhatWaits() {
    var state = State(limits: limits(queueCount: 4))
    var tickets: [Int] = []
    for name in ["a", "b", "c", "d"] {
      switch state.submit(name, weight: 1) {
      case .startWriter(let ticket), .wait(let ticket): tickets.append(ticket)
      case .refuse: break
      }
    }
    _ = state.next()
    let outcomes = tickets.map { state.withdraw($0) } + [state.withdraw(tickets[2]), state.withdraw(-1)]
    #expect(outcomes == [nil, nil, "c", "d", nil, nil])
    #expect(drain(&state) == [])
    #expect(state.waitingCount == 0 && state.waitingBytes == 0)
  }

  /// Through any mixture of events, every write is committed once, in order, or withdrawn.
  @Test func losesAndDoublesNothing() {
    var state = State(limits: limits(batchCount: 7, batchBytes: 1 << 20, queueCount: 1 << 20, queueBytes: 1 << 30))
    var generator = SystemRandomNumberGenerator()
    var waiting: [(name: String, ticket: Int)] = []
    var expected: [String] = []
    var committed: [String] = []
    for step in 0..<20_000 {
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<6:
        switch state.submit("\(step)", weight: step % 50) {
        case .startWriter(let ticket), .wait(let ticket): waiting.append(("\(step)", ticket))
        case .refuse: Issue.record("there is room for all")
        }
      case 6..<8:
        guard let victim = waiting.indices.randomElement() else { continue }
        let (name, ticket) = waiting.remove(at: victim)
        if state.withdraw(ticket) != name { Issue.record("a waiting write can be withdrawn") }
      default:
        guard case .commit(let batch) = state.next() else { continue }
        committed += batch
        expected += waiting.prefix(batch.count).map(\.name)
        waiting.removeFirst(batch.count)
      }
    }
    committed += drain(&state).flatMap { $0 }
    expected += waiting.map(\.name)
    #expect(committed == expected)
  }

  /// Closing refuses what comes, and the writer's rest says when the last is written.
  @Test func closesAfterTheLast() {
    var state = State(limits: limits())
    let idle = state.close()
    var busy = State(limits: limits())
    _ = busy.submit("a", weight: 1)
    let isDone = busy.close()
    let refused = word(busy.submit("b", weight: 1))
    let batch = busy.next()
    let rest = busy.next()
    #expect(idle && !isDone && refused == "closed")
    guard case .commit(["a"]) = batch, case .rest(isClosed: true) = rest else {
      Issue.record("what was taken is written, then the queue is closed")
      return
    }
  }
}
