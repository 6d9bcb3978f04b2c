/// Decides what each thread of the pool encodes next: events in, actions out, no clock and no thread of its own.
///
/// - Sequences of about one length go together, as many as the budget allows. Nothing waits to be joined by others:
///   batches form from what has come in while all threads were busy.
/// - Calls take turns. A call's sequences get consecutive turns from the present one on, so a long text does not hold up
///   the short ones that come after it.
/// - The queue is bounded. What it cannot take yet waits, first come first served; when too many wait, the call is
///   refused.
struct MicroBatcher: Sendable {
  typealias CallID = UInt64

  struct Limits: Sendable {
    /// How many sequences, and tokens of them, are queued at most. A call larger than both is taken when it is alone.
    var queuedSequences = 256
    var queuedTokens = 32_768
    /// How many calls wait for a place in the queue at most.
    var waitingCalls = 256
    /// A batch's padded tokens: past some hundred, a larger batch is no faster a token, and keeps others waiting.
    var batchTokens = 256
  }

  struct Sequence: Sendable, Equatable {
    var call: CallID
    /// Which of the call's sequences it is.
    var index: Int
  }

  struct Batch: Sendable, Equatable {
    var sequences: [Sequence]
    var paddedLength: Int
  }

  enum Action: Sendable, Equatable {
    case run(Batch, worker: Int)
    case refuse(CallID)
  }

  /// The model takes no more tokens.
  static let maximumLength = 256
  // The processor's time goes with the padded length, so coarse steps waste it; but the first batch of any shape costs
  // the runtime some milliseconds to prepare for, so there must not be a shape for every length.
  private static let lengthStep = 8

  private struct Queued {
    var sequence: Sequence
    var paddedLength: Int
    var turn: Int
  }

  private struct Call {
    var id: CallID
    var lengths: [Int]
    var tokens: Int
  }

  private let limits: Limits
  /// In the order of their turns; of those with the same turn, as they came in.
  private var queue: [Queued] = []
  private var queuedTokens = 0
  private var waiting: [Call] = []
  private var idleWorkers: [Int] = []
  /// The latest turn that was taken.
  private var turn = 0

  init(limits: Limits = Limits()) {
    self.limits = limits
  }

  static func paddedLength(_ length: Int) -> Int {
    (length + lengthStep - 1) / lengthStep * lengthStep
  }

  /// - Parameter lengths: how many tokens each of the call's sequences has.
  mutating func submit(_ id: CallID, lengths: [Int]) -> [Action] {
    let padded = lengths.map(Self.paddedLength)
    let call = Call(id: id, lengths: padded, tokens: padded.reduce(0, +))
    if waiting.isEmpty, hasRoom(for: call) {
      enqueue(call)
      return dispatch()
    }
    guard waiting.count < limits.waitingCalls else { return [.refuse(id)] }
    waiting.append(call)
    return []
  }

  /// Forgets what has not begun of a call.
  mutating func cancel(_ id: CallID) -> [Action] {
    waiting.removeAll { $0.id == id }
    queue.removeAll { queued in
      guard queued.sequence.call == id else { return false }
      queuedTokens -= queued.paddedLength
      return true
    }
    admitWaiting()
    return dispatch()
  }

  mutating func workerBecameIdle(_ worker: Int) -> [Action] {
    idleWorkers.append(worker)
    return dispatch()
  }

  private func hasRoom(for call: Call) -> Bool {
    queue.isEmpty
      || (queue.count + call.lengths.count <= limits.queuedSequences
        && queuedTokens + call.tokens <= limits.queuedTokens)
  }

  private mutating func enqueue(_ call: Call) {
    for (index, length) in call.lengths.enumerated() {
      let turn = turn + index
      let place = queue.firstIndex { $0.turn > turn } ?? queue.endIndex
      queue.insert(
        Queued(sequence: Sequence(call: call.id, index: index), paddedLength: length, turn: turn), at: place)
    }
    queuedTokens += call.tokens
  }

  private mutating func admitWaiting() {
    var admitted = 0
    while admitted < waiting.count, hasRoom(for: waiting[admitted]) {
      enqueue(waiting[admitted])
      admitted += 1
    }
    waiting.removeFirst(admitted)
  }

  private mutating func dispatch() -> [Action] {
    var actions: [Action] = []
    while !queue.isEmpty, let worker = idleWorkers.last {
      let batch = takeBatch()
      idleWorkers.removeLast()
      actions.append(.run(batch, worker: worker))
      admitWaiting()
    }
    return actions
  }

  /// The sequence whose turn it is, and with it others of its length, in the order of their turns.
  ///
  /// - Precondition: the queue is not empty, and a worker is idle.
  private mutating func takeBatch() -> Batch {
    let length = queue[0].paddedLength
    turn = max(turn, queue[0].turn)
    // Idle threads share: two at once are done sooner than two together.
    let share = (queuedTokens + idleWorkers.count - 1) / idleWorkers.count
    let rows = max(min(limits.batchTokens, share) / length, 1)
    var taken: [Sequence] = []
    var left: [Queued] = []
    for queued in queue {
      if queued.paddedLength == length, taken.count < rows {
        taken.append(queued.sequence)
      } else {
        left.append(queued)
      }
    }
    queue = left
    queuedTokens -= length * taken.count
    return Batch(sequences: taken, paddedLength: length)
  }
}
