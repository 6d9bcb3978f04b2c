import Foundation
import Testing

@testable import Storage

/// One account's rows, asked for by another that knows all their ids.
struct IsolationTests {
  private struct Rows {
    var owner: UUID
    var stranger: UUID
    var key: KeyRecord
    var policy: PolicyRecord
    var version: PolicyVersionRecord
    var job: JobRecord
  }

  private func withRows(_ body: (SQLiteStore, Rows) async throws -> Void) async throws {
    try await withStore { store in
      let owner = Sample.account("owner")
      let stranger = Sample.account("stranger")
      let policy = Sample.policy(account: owner.id)
      let rows = Rows(
        owner: owner.id, stranger: stranger.id, key: Sample.key(account: owner.id), policy: policy,
        version: Sample.version(policy: policy.id), job: Sample.job(account: owner.id, policy: policy.id))
      try await store.insert(owner)
      try await store.insert(stranger)
      try await store.insert(rows.key)
      try await store.insert(policy, version: rows.version)
      try await store.insert(rows.job)
      try await body(store, rows)
    }
  }

  /// No read answers another account's row; the same read answers its owner.
  @Test func readsNothingOfOthers() async throws {
    try await withRows { store, rows in
      var policies = PolicyRowQuery()
      policies.ids = [rows.policy.id]
      policies.keys = [rows.policy.key]
      var jobs = JobRowQuery(limit: 10)
      jobs.policyID = rows.policy.id
      func counts(_ account: UUID) async throws -> [Int] {
        [
          try await store.keys(account: account).count,
          try await store.policy(rows.policy.id, account: account) == nil ? 0 : 1,
          try await store.policy(key: rows.policy.key, account: account) == nil ? 0 : 1,
          try await store.policies(policies, account: account).count,
          try await store.version(rows.version.id, account: account) == nil ? 0 : 1,
          try await store.versions(policy: rows.policy.id, account: account).count,
          try await store.job(rows.job.id, account: account) == nil ? 0 : 1,
          try await store.jobs(jobs, account: account).count,
        ]
      }
      let strange = try await counts(rows.stranger)
      let own = try await counts(rows.owner)
      #expect(strange == [0, 0, 0, 0, 0, 0, 0, 0])
      #expect(own == [1, 1, 1, 1, 1, 1, 1, 1])
    }
  }

  /// No write reaches another account's row.
  @Test func writesNothingOfOthers() async throws {
    try await withRows { store, rows in
      var policy = rows.policy
      policy.accountID = rows.stranger
      policy.key = "taken over"
      let state = try await store.setState(
        .revoked, key: rows.key.id, account: rows.stranger, at: Sample.time(), keepingAdmin: false)
      let update = try await store.update(policy)
      let code = try await codeThrown {
        _ = try await store.insert(Sample.version(policy: rows.policy.id), account: rows.stranger, activate: true)
      }
      #expect(state == nil && update == nil && code == .notFound)
      #expect(try await store.key(hash: rows.key.hash) == rows.key)
      #expect(try await store.policy(rows.policy.id, account: rows.owner) == rows.policy)
      #expect(try await store.versions(policy: rows.policy.id, account: rows.owner) == [rows.version])
    }
  }

  /// Two accounts may use one key for their policies, each its own.
  @Test func sharesNoKeys() async throws {
    try await withRows { store, rows in
      let own = Sample.policy(account: rows.stranger, key: rows.policy.key)
      try await store.insert(own, version: Sample.version(policy: own.id))
      #expect(try await store.policy(key: own.key, account: rows.stranger) == own)
      #expect(try await store.policy(key: own.key, account: rows.owner) == rows.policy)
    }
  }
}
