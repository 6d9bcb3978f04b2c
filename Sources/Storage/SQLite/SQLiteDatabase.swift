import Foundation
import GRDB

/// How the SQLite file is opened: its settings, and its schema brought up to date.
enum SQLiteDatabase {
  static func open(at file: URL) throws -> DatabasePool {
    let database = try DatabasePool(path: file.path, configuration: configuration)
    try database.writeWithoutTransaction(configureWriter)
    try migrate(database)
    return database
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "gavel.storage"
    configuration.foreignKeysEnabled = true
    configuration.journalMode = .wal
    // Nobody else writes, but an operator's `sqlite3` or a backup may hold the file for a moment.
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = max(4, ProcessInfo.processInfo.activeProcessorCount)
    return configuration
  }

  /// After the pool's own set-up, which turns `synchronous` down.
  private static func configureWriter(_ database: Database) throws {
    // In WAL mode FULL is one sync of the log at each commit; with less, a loss of power takes the last commits.
    try database.execute(sql: "PRAGMA synchronous = FULL")
    // Apple's fsync leaves data in the drive's cache. Without effect elsewhere.
    try database.execute(sql: "PRAGMA fullfsync = ON")
    // A checkpoint is a pause for whoever commits next. Every 8 MiB of log: less often makes it longer, more often costs
    // throughput (measured with 2 kB jobs).
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 2048")
    // A log that grew behind a slow reader gives its room back.
    try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
  }

  private static func migrate(_ database: DatabasePool) throws {
    var migrator = DatabaseMigrator()
    for migration in Migration.all {
      migrator.registerMigration(migration.name, foreignKeyChecks: .immediate) { database in
        try database.execute(sql: migration.sql)
      }
    }
    // INVARIANT: the schema only goes forward. To write to a later one would break what it promises.
    let isNewer = try database.read(migrator.hasBeenSuperseded)
    guard !isNewer else {
      throw StoreError(.unavailable, "the database was written by a newer version of Gavel")
    }
    try migrator.migrate(database)
  }
}
