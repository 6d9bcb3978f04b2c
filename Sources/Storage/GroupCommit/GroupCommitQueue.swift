import GRDB
import Synchronization

/// Writes many callers' changes in one transaction, so that they share the wait for the disk.
///
/// While one batch is being synced, the next one gathers: batches grow with the load, and a lone caller waits for nobody.
/// A write that fails is undone alone. A caller that is canceled while its write waits takes it back; once the writer
/// has it, the caller gets its real outcome.
final class GroupCommitQueue: Sendable {
  private struct Guarded {
    var queue: GroupCommitState<QueuedWrite>
    var closers: [CheckedContinuation<Void, Never>] = []
  }

  private let database: DatabasePool
  private let guarded: Mutex<Guarded>
  /// The writer's own: nobody waits for it.
  private let figures = Mutex(FigureMemory())

  init(database: DatabasePool, limits: GroupCommitLimits) {
    self.database = database
    self.guarded = Mutex(Guarded(queue: GroupCommitState(limits: limits)))
  }

  /// How many writes wait for the writer now.
  var waitingCount: Int { guarded.withLock { $0.queue.waitingCount } }

  /// Returns once the write is durable.
  ///
  /// - Parameters:
  ///   - weight: About how many bytes the closure holds, and writes.
  ///   - isOneStatement: Whether the closure executes one statement and no more.
  ///   - body: Runs on the writer's thread, inside a transaction, once.
  func write<Value: Sendable>(
    weight: Int, isOneStatement: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await write(weight: weight, isOneStatement: isOneStatement, counting: { database, _ in try body(database) })
  }

  /// - Parameter body: the same, and hands over the figures that are to be written with it.
  func write<Value: Sendable>(
    weight: Int, isOneStatement: Bool = false,
    counting body: @escaping @Sendable (Database, inout FigureChanges) throws -> Value
  ) async throws -> Value {
    try Task.checkCancellation()
    let ticket = Mutex<Int?>(nil)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (caller: CheckedContinuation<Value, any Error>) in
        let write = QueuedWrite(
          isOneStatement: isOneStatement,
          perform: { database, figures in
            let value = try body(database, &figures)
            return { caller.resume(returning: value) }
          },
          fail: { caller.resume(throwing: $0) })
        guard let submitted = submit(write, weight: weight) else { return }
        ticket.withLock { $0 = submitted }
        // A cancellation that came before the ticket was written down found nothing to withdraw.
        if Task.isCancelled { withdraw(submitted) }
      }
    } onCancel: {
      if let submitted = ticket.withLock({ $0 }) { withdraw(submitted) }
    }
  }

  /// Refuses what comes from now on, and returns once what was taken is written.
  func close() async {
    await withCheckedContinuation { (closer: CheckedContinuation<Void, Never>) in
      let isClosed = guarded.withLock { guarded in
        if guarded.queue.close() { return true }
        guarded.closers.append(closer)
        return false
      }
      if isClosed { closer.resume() }
    }
  }

  /// The write's ticket; nil where it was refused, and its caller told so.
  private func submit(_ write: QueuedWrite, weight: Int) -> Int? {
    switch guarded.withLock({ $0.queue.submit(write, weight: weight) }) {
    case .startWriter(let ticket):
      // SQLite blocks: on the writer's own dispatch queue, never on a thread that tasks share.
      database.asyncWriteWithoutTransaction { self.commitAll(in: $0) }
      return ticket
    case .wait(let ticket):
      return ticket
    case .refuse(.overloaded):
      write.fail(StoreError(.overloaded, "too many writes are waiting for the disk"))
      return nil
    case .refuse(.closed):
      write.fail(StoreError(.unavailable, "the store is closed"))
      return nil
    }
  }

  private func withdraw(_ ticket: Int) {
    guarded.withLock { $0.queue.withdraw(ticket) }?.fail(CancellationError())
  }

  private func commitAll(in database: Database) {
    while true {
      switch guarded.withLock({ $0.queue.next() }) {
      case .commit(let batch):
        figures.withLock { GroupCommit(batch: batch).run(in: database, remembering: &$0) }
      case .rest(let isClosed):
        guard isClosed else { return }
        let closers = guarded.withLock { guarded in
          defer { guarded.closers = [] }
          return guarded.closers
        }
        for closer in closers { closer.resume() }
        return
      }
    }
  }
}
