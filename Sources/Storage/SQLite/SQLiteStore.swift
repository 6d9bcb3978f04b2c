import Dispatch
package import Foundation
import GRDB
import Synchronization

/// The store in one SQLite file.
///
/// Reads run on connections of their own and never wait for the writer; writes share transactions (`GroupCommitQueue`).
/// A write that has returned is on the disk: the log is synced at every commit.
package final class SQLiteStore: Store {
  private let database: DatabasePool
  private let writes: GroupCommitQueue
  /// Nil where it was opened beside a server.
  private let lock: DataFolderLock?
  private let reads = ReadGate()
  /// Serial, for the pool is not to be closed twice at once.
  private let closing = DispatchQueue(label: "gavel.storage.closing")
  private let checkpointed = Atomic(false)

  private init(database: DatabasePool, lock: DataFolderLock?, limits: GroupCommitLimits) {
    self.database = database
    self.writes = GroupCommitQueue(database: database, limits: limits)
    self.lock = lock
  }

  /// Opens the folder's database, made and brought up to date where needed.
  ///
  /// Throws `unavailable` where another server has the folder open, or where a newer version has written it.
  package static func open(folder: URL, limits: GroupCommitLimits = GroupCommitLimits()) async throws -> SQLiteStore {
    try await open(folder: folder, limits: limits, isShared: false)
  }

  /// Opens the folder's database beside the server that may have it open: for what an administrator changes while it
  /// runs. Whoever opens it so must leave jobs alone: those are the server's.
  package static func openShared(folder: URL) async throws -> SQLiteStore {
    try await open(folder: folder, limits: GroupCommitLimits(), isShared: true)
  }

  private static func open(folder: URL, limits: GroupCommitLimits, isShared: Bool) async throws -> SQLiteStore {
    try await withBlockingCall {
      let folder = DataFolder(url: folder)
      let lock = try isShared ? nil : folder.lock()
      try folder.prepare()
      do {
        let database = try SQLiteDatabase.open(at: folder.database)
        // SQLite's files have their names now; those must be as durable as what is written to them.
        try folder.sync()
        return SQLiteStore(database: database, lock: lock, limits: limits)
      } catch {
        throw StoreError(database: error)
      }
    }
  }

  /// How many writes wait for the disk now: a gauge for those who watch the load.
  package var waitingWrites: Int { writes.waitingCount }

  package func close() async throws {
    await writes.close()
    await reads.close()
    try await withBlockingCall(on: closing) { [self] in
      do {
        // What is copied after a clean stop is whole in the one file. A closed database cannot be asked again.
        if checkpointed.exchange(true, ordering: .relaxed) == false {
          _ = try? database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        }
        try database.close()
      } catch {
        throw StoreError(database: error)
      }
      lock?.release()
    }
  }

  /// One snapshot for everything the closure reads.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
    try reads.enter()
    defer { reads.leave() }
    do {
      return try await database.read(body)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw StoreError(database: error)
    }
  }

  /// For a closure of one statement, which is its own snapshot: leaves out the transaction around it.
  func readOne<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws -> Value {
    try reads.enter()
    defer { reads.leave() }
    do {
      return try await database.unsafeRead(body)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw StoreError(database: error)
    }
  }

  /// All that the closure writes, or nothing; durable once this returns.
  ///
  /// - Parameters:
  ///   - weight: About how many bytes it writes.
  ///   - isOneStatement: Whether the closure executes one statement and no more.
  func write<Value: Sendable>(
    weight: Int = 512, isOneStatement: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await writes.write(weight: weight, isOneStatement: isOneStatement, body)
  }
  /// The same for what changes figures: those that the closure hands over are written in the same transaction, each row
  /// once for all that share it.
  func writeCounting<Value: Sendable>(
    weight: Int = 512, isOneStatement: Bool = false,
    _ body: @escaping @Sendable (Database, inout FigureChanges) throws -> Value
  ) async throws -> Value {
    try await writes.write(weight: weight, isOneStatement: isOneStatement, counting: body)
  }
}
