import Foundation
import GRDB
import Testing

@testable import Storage

struct SQLiteDatabaseTests {
  /// Acknowledged means durable: the log is kept, and synced at every commit; references are checked.
  @Test(arguments: [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("busy_timeout", "5000")])
  func isSetUp(pragma: String, expected: String) async throws {
    try await withStore { store in
      let value = try await store.write { try String.fetchOne($0, sql: "PRAGMA \(pragma)") }
      #expect(value == expected)
    }
  }

  /// From an empty file every step runs, once, in order; opening again runs none.
  @Test func migratesFromEmpty() async throws {
    let folder = TemporaryFolder()
    var histories: [[String]] = []
    for _ in 0..<2 {
      let store = try await SQLiteStore.open(folder: folder.url)
      histories.append(
        try await store.read { try String.fetchAll($0, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid") })
      try await store.close()
    }
    let expected = Migration.all.map(\.name)
    #expect(expected.starts(with: ["001-accounts", "002-keys", "003-policies", "004-jobs"]))
    #expect(histories == [expected, expected])
  }

  /// Every prefix of the history can be brought up to date: what an older version left is migrated.
  @Test(arguments: 0..<Migration.all.count)
  func migratesFromAnyStep(done: Int) async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    let older = try DatabaseQueue(path: folder.url.appendingPathComponent("gavel.sqlite").path)
    var migrator = DatabaseMigrator()
    for migration in Migration.all.prefix(done) {
      migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
    }
    try migrator.migrate(older)
    try older.close()
    let store = try await SQLiteStore.open(folder: folder.url)
    let account = Sample.account()
    try await store.insert(account)
    try await store.insert(Sample.job(account: account.id))
    let problems = try await store.read { try Row.fetchAll($0, sql: "PRAGMA integrity_check").map(\.description) }
    try await store.close()
    #expect(problems == ["[integrity_check:\"ok\"]"])
  }

  /// A database of a later version is refused, not damaged.
  @Test func refusesANewerDatabase() async throws {
    let folder = TemporaryFolder()
    let store = try await SQLiteStore.open(folder: folder.url)
    try await store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-future')") }
    try await store.close()
    let error = await #expect(throws: StoreError.self) { try await SQLiteStore.open(folder: folder.url) }
    #expect(error?.message == "the database was written by a newer version of Gavel")
  }
}
