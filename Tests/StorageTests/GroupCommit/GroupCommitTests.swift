import GRDB
import Synchronization
import Testing

@testable import Storage

struct GroupCommitTests {
  /// What each write of a batch was told, in the batch's order.
  private final class Answers: Sendable {
    private let told = Mutex<[Int: String]>([:])

    var inOrder: [String] {
      told.withLock { told in told.sorted { $0.key < $1.key }.map(\.value) }
    }

    func tell(_ index: Int, _ answer: String) {
      told.withLock { $0[index, default: ""] += answer }
    }
  }

  /// Runs a batch of SQL texts on a table of unique numbers; a text `throw` throws instead.
  private func run(_ batch: [String]) throws -> (answers: [String], rows: [Int]) {
    let database = try DatabaseQueue()
    let answers = Answers()
    let writes = batch.enumerated().map { index, sql in
      QueuedWrite(
        isOneStatement: !sql.contains(";"),
        perform: { database, _ in
          if sql == "throw" { throw StoreError(.notFound, "its own error") }
          try database.execute(sql: sql)
          return { answers.tell(index, "written") }
        },
        fail: { answers.tell(index, ($0 as? StoreError).map { "\($0.code)" } ?? "another error") })
    }
    let rows = try database.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          CREATE TABLE numbers (n INTEGER UNIQUE);
          CREATE TABLE names (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED)
          """)
      var memory = FigureMemory()
      GroupCommit(batch: writes).run(in: database, remembering: &memory)
      return try Int.fetchAll(database, sql: "SELECT n FROM numbers ORDER BY n")
    }
    return (answers.inOrder, rows)
  }

  /// Each write is told its own outcome, once, and what is told is what is there.
  @Test(arguments: [
    (batch: ["INSERT INTO numbers VALUES (1)"], answers: ["written"], rows: [1]),
    // A failing write is undone alone, with what it had written before it failed.
    (
      ["INSERT INTO numbers VALUES (1)", "INSERT INTO numbers VALUES (1)", "INSERT INTO numbers VALUES (2)"],
      ["written", "alreadyExists", "written"], [1, 2]
    ),
    (
      ["INSERT INTO numbers VALUES (1); INSERT INTO numbers VALUES (1)", "INSERT INTO numbers VALUES (2)"],
      ["alreadyExists", "written"], [2]
    ),
    (["throw", "INSERT INTO numbers VALUES (1)"], ["notFound", "written"], [1]),
    (["not SQL", "INSERT INTO numbers VALUES (1)"], ["unavailable", "written"], [1]),
    // SQLite has dropped the transaction: everyone's write is gone, and everyone hears of it.
    (
      ["INSERT INTO numbers VALUES (1)", "throw", "INSERT OR ROLLBACK INTO numbers VALUES (1)", "SELECT 1"],
      ["alreadyExists", "notFound", "alreadyExists", "alreadyExists"], []
    ),
    // The commit itself fails.
    (
      ["INSERT INTO numbers VALUES (1)", "INSERT INTO names VALUES (7)"],
      ["conflict", "conflict"], []
    ),
  ])
  func tellsTheTruth(batch: [String], answers: [String], rows: [Int]) throws {
    let outcome = try run(batch)
    #expect(outcome.answers == answers)
    #expect(outcome.rows == rows)
  }
}
