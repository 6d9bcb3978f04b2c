import Foundation
import GRDB
import Testing

@testable import Storage

/// Which version was active from when to when.
struct DeploymentStoreTests {
  private static let ada = Deployer(userID: "writer", keyID: UUID(), name: "")
  private static let folder = Deployer(name: "policies folder")

  /// Every way to make a version active ends the time of the one before it; what changes nothing of that adds nothing.
  @Test func keepsAHistory() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      var policy = Sample.policy(account: account.id)
      let first = Sample.version(policy: policy.id)
      policy.activeVersionID = first.id
      try await store.insert(policy, version: first, by: Self.ada)
      var second = Sample.version(policy: policy.id, created: Sample.time(10))
      second = try await store.insert(second, account: account.id, activate: true, by: Self.folder)
      let idle = try await store.insert(
        Sample.version(policy: policy.id, created: Sample.time(20)), account: account.id, activate: false,
        by: Self.ada)
      policy.activeVersionID = second.id
      policy.key = "renamed"
      policy.updated = Sample.time(25)
      _ = try await store.update(policy, by: Self.ada)
      policy.activeVersionID = first.id
      policy.updated = Sample.time(30)
      _ = try await store.update(policy, by: Self.ada)
      // One that is refused leaves the history as it is.
      _ = try await store.setExpunged(true, version: idle.id, account: account.id)
      policy.activeVersionID = idle.id
      #expect(try await codeThrown { _ = try await store.update(policy, by: Self.ada) } == .conflict)

      let history = try await store.deployments(policy: policy.id, account: account.id, within: nil, limit: 10)
      #expect(history.map(\.versionID) == [first.id, second.id, first.id])
      #expect(history.map(\.number) == [1, 2, 1])
      #expect(history.map(\.begun) == [30, 10, 0].map { Sample.time($0) })
      #expect(history.map(\.ended) == [nil, Sample.time(30), Sample.time(10)])
      #expect(history.map(\.deployer) == [Self.ada, Self.folder, Self.ada])
      #expect(Set(history.map(\.id)).count == 3)

      for (start, end, count) in [(0.0, 5.0, 1), (11, 12, 1), (11, 40, 2), (40, 50, 1), (-9, -1, 0)] {
        let span = TimeSpan(start: Sample.time(start), end: Sample.time(end), isInclusive: false)
        let within = try await store.deployments(policy: policy.id, account: account.id, within: span, limit: 10)
        #expect(within.count == count, "\(start) to \(end)")
      }
    }
  }

  /// What was active before there was a history is its beginning; what was not, is not in it.
  @Test func beginsWithWhatWasActive() async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    let older = try DatabaseQueue(path: folder.url.appendingPathComponent("gavel.sqlite").path)
    var migrator = DatabaseMigrator()
    for migration in Migration.all where migration.name != Migration.policyDeployments.name {
      migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
    }
    try migrator.migrate(older)
    let account = UUID()
    let policies = [UUID(), UUID()]
    let versions = [UUID(), UUID()]
    try await older.write { database in
      try database.execute(sql: "INSERT INTO accounts (id, name, created) VALUES (?, 'a', 0)", arguments: [account])
      for (index, policy) in policies.enumerated() {
        try database.execute(
          sql: """
            INSERT INTO policies (id, account_id, key, created, updated, is_disabled, is_deleted)
            VALUES (?, ?, ?, 0, 0, 0, 0)
            """, arguments: [policy, account, "\(index)"])
        try database.execute(
          sql: """
            INSERT INTO policy_versions (id, policy_id, number, complexity_score, created, metadata, text)
            VALUES (?, ?, 1, 1.5, 7, x'', 't')
            """, arguments: [versions[index], policy])
      }
      try database.execute(
        sql: "UPDATE policies SET active_version_id = ? WHERE id = ?", arguments: [versions[0], policies[0]])
    }
    try older.close()
    let store = try await SQLiteStore.open(folder: folder.url)
    let histories = [
      try await store.deployments(policy: policies[0], account: account, within: nil, limit: 9),
      try await store.deployments(policy: policies[1], account: account, within: nil, limit: 9),
    ]
    try await store.close()
    #expect(histories[0].map(\.versionID) == [versions[0]])
    #expect(histories[0].first?.begun == Date(microsecondsSince1970: 7) && histories[0].first?.ended == nil)
    #expect(histories[1].isEmpty)
  }
}
