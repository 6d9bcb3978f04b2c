import GRDB

/// One transaction of many writes.
struct GroupCommit {
  let batch: [QueuedWrite]

  /// Writes the batch, then tells each caller how its own write went.
  ///
  /// - Parameter memory: of the figures that were written last.
  func run(in database: Database, remembering memory: inout FigureMemory) {
    var outcomes: [Result<@Sendable () -> Void, any Error>] = []
    outcomes.reserveCapacity(batch.count)
    var ledger = FigureLedger()
    do {
      try database.inTransaction(.immediate) {
        for write in batch {
          outcomes.append(try attempt(write, in: database, counting: &ledger))
        }
        try ledger.write(database, remembering: &memory)
        return .commit
      }
    } catch {
      memory.forget()
      // Nothing of the transaction is left: those that had gone well must hear that too.
      for (index, write) in batch.enumerated() {
        if index < outcomes.count, case .failure(let own) = outcomes[index] {
          write.fail(StoreError(database: own))
        } else {
          write.fail(StoreError(database: error))
        }
      }
      return
    }
    for (write, outcome) in zip(batch, outcomes) {
      switch outcome {
      case .success(let acknowledge): acknowledge()
      case .failure(let error): write.fail(StoreError(database: error))
      }
    }
  }

  /// How one write went by itself; throws where the whole transaction is lost.
  private func attempt(
    _ write: QueuedWrite, in database: Database, counting ledger: inout FigureLedger
  ) throws -> Result<@Sendable () -> Void, any Error> {
    if !write.isOneStatement { try database.cachedStatement(sql: "SAVEPOINT one_write").execute() }
    do {
      var changes = FigureChanges()
      let acknowledge = try write.perform(database, &changes)
      if !write.isOneStatement { try database.cachedStatement(sql: "RELEASE SAVEPOINT one_write").execute() }
      ledger.add(changes)
      return .success(acknowledge)
    } catch {
      // A full disk, or a failing one, makes SQLite roll back everything at once.
      guard database.isInsideTransaction else { throw error }
      if write.isOneStatement { return .failure(error) }
      try database.cachedStatement(sql: "ROLLBACK TO SAVEPOINT one_write").execute()
      try database.cachedStatement(sql: "RELEASE SAVEPOINT one_write").execute()
      return .failure(error)
    }
  }
}
