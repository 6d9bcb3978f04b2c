/// Decides what each thread of the pool does next: events in, actions out, no clock and no thread of its own.
///
/// - A call has sequences to encode, or parts of one content to score. Sequences of about one length go together, as
///   many as the budget allows. Nothing waits to be joined by others: batches form from what has come in while all
///   threads were busy.
/// - Calls take turns. A call's parts get consecutive turns from the present one on, so a long text does not hold up
///   the short ones that come after it. Of one turn, scoring goes first: it ends what was begun, and holds more memory.
/// - The queue is bounded. Sequences that it cannot take yet wait, first come first served; when too many wait, the
///   call is refused.
struct MicroBatcher: Sendable {
  typealias CallID = UInt64

  struct Limits: Sendable {
    /// How many sequences, and tokens of them, are queued at most. A call larger than both is taken when it is alone.
    var queuedSequences = 256
    var queuedTokens = 32_768
    /// How many calls wait for a place in the queue at most.
    var waitingCalls = 256
    /// How many parts to score are queued at most; beyond, a call is refused unless it is the only one.
    var queuedScorings = 1024
    /// A batch's padded tokens: past some hundred, a larger batch is no faster a token, and keeps others waiting.
    var batchTokens = 256
  }

  struct Part: Sendable, Equatable {
    var call: CallID
    /// Which of the call's parts it is.
    var index: Int
  }

  /// Sequences that are encoded at once.
  struct Batch: Sendable, Equatable {
    var parts: [Part]
    var paddedLength: Int
  }

  enum Action: Sendable, Equatable {
    case encode(Batch, worker: Int)
    case score(Part, worker: Int)
    case refuse(CallID)
  }

  /// The model takes no more tokens.
  static let maximumLength = 256
  // The processor's time goes with the padded length, so coarse steps waste it; but the first batch of any shape costs
  // the runtime some milliseconds to prepare for, so there must not be a shape for every length.
  private static let lengthStep = 8

  private struct Queued {
    var part: Part
    /// Nil: to be scored.
    var paddedLength: Int?
    var turn: Int
  }

  private struct Call {
    var id: CallID
    var lengths: [Int]
    var tokens: Int
  }

  private let limits: Limits
  /// In the order of their turns; of those with the same turn, what is to be scored, then as they came in.
  private var queue: [Queued] = []
  private var queuedTokens = 0
  private var queuedScorings = 0
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

  /// - Parameter scorings: how many parts there are to score.
  mutating func submit(_ id: CallID, scorings: Int) -> [Action] {
    guard queuedScorings == 0 || queuedScorings + scorings <= limits.queuedScorings else { return [.refuse(id)] }
    for index in 0..<scorings {
      let turn = turn + index
      let place = queue.firstIndex { $0.turn > turn || ($0.turn == turn && $0.paddedLength != nil) } ?? queue.endIndex
      queue.insert(Queued(part: Part(call: id, index: index), paddedLength: nil, turn: turn), at: place)
    }
    queuedScorings += scorings
    return dispatch()
  }

  /// Forgets what has not begun of a call.
  mutating func cancel(_ id: CallID) -> [Action] {
    waiting.removeAll { $0.id == id }
    for queued in queue where queued.part.call == id { forget(queued) }
    queue.removeAll { $0.part.call == id }
    admitWaiting()
    return dispatch()
  }

  mutating func workerBecameIdle(_ worker: Int) -> [Action] {
    idleWorkers.append(worker)
    return dispatch()
  }

  private var queuedSequences: Int { queue.count - queuedScorings }

  private func hasRoom(for call: Call) -> Bool {
    queuedSequences == 0
      || (queuedSequences + call.lengths.count <= limits.queuedSequences
        && queuedTokens + call.tokens <= limits.queuedTokens)
  }

  private mutating func enqueue(_ call: Call) {
    for (index, length) in call.lengths.enumerated() {
      let turn = turn + index
      let place = queue.firstIndex { $0.turn > turn } ?? queue.endIndex
      queue.insert(Queued(part: Part(call: call.id, index: index), paddedLength: length, turn: turn), at: place)
    }
    queuedTokens += call.tokens
  }

  /// Takes what has left the queue off its counts.
  private mutating func forget(_ queued: Queued) {
    if let length = queued.paddedLength { queuedTokens -= length } else { queuedScorings -= 1 }
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
    while let first = queue.first, let worker = idleWorkers.last {
      turn = max(turn, first.turn)
      if let length = first.paddedLength {
        actions.append(.encode(takeBatch(of: length), worker: worker))
      } else {
        forget(first)
        queue.removeFirst()
        actions.append(.score(first.part, worker: worker))
      }
      idleWorkers.removeLast()
      admitWaiting()
    }
    return actions
  }

  /// The first sequences of a length, in the order of their turns.
  ///
  /// - Precondition: there is one, and a worker is idle.
  private mutating func takeBatch(of length: Int) -> Batch {
    // Idle threads share: two at once are done sooner than two together.
    let share = (queuedTokens + idleWorkers.count - 1) / idleWorkers.count
    let rows = max(min(limits.batchTokens, share) / length, 1)
    var taken: [Part] = []
    var left: [Queued] = []
    for queued in queue {
      if queued.paddedLength == length, taken.count < rows {
        taken.append(queued.part)
        forget(queued)
      } else {
        left.append(queued)
      }
    }
    queue = left
    return Batch(parts: taken, paddedLength: length)
  }
}
