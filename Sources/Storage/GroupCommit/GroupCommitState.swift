/// What waits to be written, in order, and whether the writer is at work: the group commit's rules without its I/O.
///
/// Events go in (`submit`, `withdraw`, `next`, `close`), what to do comes out. There is at most one writer: whoever is
/// told `.startWriter` starts it, and it asks for the `next` batch until it is told to rest.
struct GroupCommitState<Write> {
  /// Names one waiting write. Tickets are consecutive, so that a ticket is also a place in the queue.
  typealias Ticket = Int

  enum Submission {
    /// The writer rests: start it.
    case startWriter(Ticket)
    /// The writer is at work and will come to it.
    case wait(Ticket)
    case refuse(Refusal)
  }

  enum Refusal: Hashable {
    case overloaded
    case closed
  }

  enum Step {
    case commit([Write])
    /// Nothing waits. `isClosed`: and nothing will.
    case rest(isClosed: Bool)
  }

  private struct Entry {
    var write: Write
    var weight: Int
  }

  private let limits: GroupCommitLimits
  /// Nil where a write was withdrawn, or taken and not yet swept away.
  private var entries: [Entry?] = []
  /// Where in `entries` the oldest write that may still wait is.
  private var head = 0
  /// The ticket of `entries[0]`.
  private var firstTicket: Ticket = 0
  private var isWriting = false
  private var isClosed = false
  private(set) var waitingCount = 0
  private(set) var waitingBytes = 0

  init(limits: GroupCommitLimits) {
    self.limits = limits
  }

  mutating func submit(_ write: Write, weight: Int) -> Submission {
    if isClosed { return .refuse(.closed) }
    let hasRoom =
      waitingCount < limits.queueCount && (waitingCount == 0 || waitingBytes + weight <= limits.queueBytes)
    guard hasRoom else { return .refuse(.overloaded) }
    let ticket = firstTicket + entries.count
    entries.append(Entry(write: write, weight: weight))
    waitingCount += 1
    waitingBytes += weight
    if isWriting { return .wait(ticket) }
    isWriting = true
    return .startWriter(ticket)
  }

  /// Takes back a write that still waits; nil where the writer has it already, or it was withdrawn before.
  mutating func withdraw(_ ticket: Ticket) -> Write? {
    let index = ticket - firstTicket
    guard entries.indices.contains(index), let entry = entries[index] else { return nil }
    entries[index] = nil
    forget(entry)
    return entry.write
  }

  /// The writer's question, at its start and after each batch.
  mutating func next() -> Step {
    var batch: [Write] = []
    var bytes = 0
    while head < entries.count, batch.count < limits.batchCount {
      if let entry = entries[head] {
        if !batch.isEmpty, bytes + entry.weight > limits.batchBytes { break }
        batch.append(entry.write)
        bytes += entry.weight
        entries[head] = nil
        forget(entry)
      }
      head += 1
    }
    sweep()
    if batch.isEmpty {
      isWriting = false
      return .rest(isClosed: isClosed)
    }
    return .commit(batch)
  }

  /// Refuses what comes from now on. True where nothing is left to write; else the writer's `.rest` says when.
  mutating func close() -> Bool {
    isClosed = true
    return !isWriting
  }

  private mutating func forget(_ entry: Entry) {
    waitingCount -= 1
    waitingBytes -= entry.weight
  }

  /// Sweeps only once half is empty, so that its cost stays constant for each write.
  private mutating func sweep() {
    guard head > 0, head * 2 >= entries.count else { return }
    entries.removeFirst(head)
    firstTicket += head
    head = 0
  }
}
