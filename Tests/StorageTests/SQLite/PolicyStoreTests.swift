import Foundation
import Testing

@testable import Storage

struct PolicyStoreTests {
  /// A store with one account.
  private func withAccount(_ body: (SQLiteStore, UUID) async throws -> Void) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      try await body(store, account.id)
    }
  }

  /// A policy comes with its first version, active, and both are read as they were written.
  @Test func keepsAPolicyAndItsVersion() async throws {
    try await withAccount { store, account in
      var policy = Sample.policy(account: account)
      let version = Sample.version(policy: policy.id)
      policy.activeVersionID = version.id
      policy.datasetID = "set-1"
      try await store.insert(policy, version: version)
      #expect(try await store.policy(policy.id, account: account) == policy)
      #expect(try await store.policy(key: policy.key, account: account) == policy)
      #expect(try await store.version(version.id, account: account) == version)
    }
  }

  /// A policy whose version fails, or whose active version is not its own, leaves nothing behind.
  @Test func insertsBothOrNeither() async throws {
    try await withAccount { store, account in
      let first = Sample.policy(account: account, key: "first")
      let version = Sample.version(policy: first.id)
      try await store.insert(first, version: version)
      let second = Sample.policy(account: account, key: "second")
      var taken = Sample.version(policy: second.id)
      taken.id = version.id
      var foreign = second
      foreign.activeVersionID = version.id
      let codes = [
        try await codeThrown { [taken] in try await store.insert(second, version: taken) },
        try await codeThrown { [foreign] in
          try await store.insert(foreign, version: Sample.version(policy: second.id))
        },
        try await codeThrown { try await store.insert(second, version: Sample.version(policy: UUID())) },
      ]
      #expect(codes == [.alreadyExists, .conflict, .conflict])
      #expect(try await store.policy(second.id, account: account) == nil)
    }
  }

  /// A key is unique among an account's policies that are not deleted.
  @Test func keepsKeysUnique() async throws {
    try await withAccount { store, account in
      var first = Sample.policy(account: account, key: "spam")
      try await store.insert(first, version: Sample.version(policy: first.id))
      let second = Sample.policy(account: account, key: "spam")
      let taken = try await codeThrown { try await store.insert(second, version: Sample.version(policy: second.id)) }
      first.isDeleted = true
      _ = try await store.update(first)
      try await store.insert(second, version: Sample.version(policy: second.id))
      first.isDeleted = false
      let revived = try await codeThrown { [first] in _ = try await store.update(first) }
      #expect(taken == .alreadyExists && revived == .alreadyExists)
      #expect(try await store.policy(key: "spam", account: account)?.id == second.id)
    }
  }

  /// Versions number themselves 1, 2, 3 however many callers commit at once, and the active one is the one asked for.
  @Test func numbersVersions() async throws {
    try await withAccount { store, account in
      let policy = Sample.policy(account: account)
      try await store.insert(policy, version: Sample.version(policy: policy.id))
      let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<20 {
          group.addTask {
            try await store.insert(Sample.version(policy: policy.id), account: account, activate: false).number
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let untouched = try await store.policy(policy.id, account: account)
      let active = try await store.insert(
        Sample.version(policy: policy.id, created: Sample.time(9)), account: account, activate: true)
      let listed = try await store.versions(policy: policy.id, account: account)
      #expect(numbers.sorted() == Array(2...21))
      #expect(untouched == policy)
      #expect(listed.map(\.number) == Array((1...22).reversed()) && listed.first == active)
      let activated = try await store.policy(policy.id, account: account)
      #expect(activated?.activeVersionID == active.id && activated?.updated == Sample.time(9))
    }
  }

  /// No version for a policy that is not there, or is deleted.
  @Test func refusesAVersionOfNoPolicy() async throws {
    try await withAccount { store, account in
      var deleted = Sample.policy(account: account)
      deleted.isDeleted = true
      try await store.insert(deleted, version: Sample.version(policy: deleted.id))
      for policy in [deleted.id, UUID()] {
        let code = try await codeThrown {
          _ = try await store.insert(Sample.version(policy: policy), account: account, activate: true)
        }
        #expect(code == .notFound)
      }
    }
  }

  /// An update writes what may change, answers the row as it is kept, and nil where there is none.
  @Test func updates() async throws {
    try await withAccount { store, account in
      let policy = Sample.policy(account: account)
      let version = Sample.version(policy: policy.id)
      try await store.insert(policy, version: version)
      var changed = policy
      changed.key = "manners"
      changed.activeVersionID = version.id
      changed.isDisabled = true
      changed.datasetID = "set-2"
      changed.updated = Sample.time(5)
      changed.created = Sample.time(-5)
      let answer = try await store.update(changed)
      changed.created = policy.created
      let missing = try await store.update(Sample.policy(account: account))
      var foreign = changed
      foreign.activeVersionID = UUID()
      let code = try await codeThrown { [foreign] in _ = try await store.update(foreign) }
      #expect(answer == changed && missing == nil && code == .conflict)
      #expect(try await store.policy(policy.id, account: account) == changed)
    }
  }

  /// What each filter of a list leaves, newest first; `a` is deleted, the others are a second apart.
  @Test(arguments: [
    ([:], "dcb"), (["deleted": "yes"], "dcba"), (["keys": "bd"], "db"), (["keys": "a"], ""), (["ids": "bc"], "cb"),
    (["after": "1"], "dc"), (["from": "1"], "dcb"), (["before": "3"], "cb"), (["ids": "cd", "keys": "bc"], "c"),
    (["updated": "12"], "d"),
  ])
  func filters(filter: [String: String], expected: String) async throws {
    try await withAccount { store, account in
      var ids: [Character: UUID] = [:]
      for (index, key) in "abcd".enumerated() {
        var policy = Sample.policy(account: account, key: String(key), created: Sample.time(Double(index)))
        policy.updated = Sample.time(Double(index) + 10)
        policy.isDeleted = key == "a"
        ids[key] = policy.id
        try await store.insert(policy, version: Sample.version(policy: policy.id))
      }
      func time(_ name: String) -> Date? { filter[name].flatMap(Double.init).map { Sample.time($0) } }
      var query = PolicyRowQuery()
      query.includesDeleted = filter["deleted"] != nil
      query.keys = (filter["keys"] ?? "").map { String($0) }
      query.ids = (filter["ids"] ?? "").compactMap { ids[$0] }
      query.created = TimeSpan(
        start: time("after") ?? time("from"), end: time("before"), isInclusive: time("from") != nil)
      query.updated = TimeSpan(start: time("updated"), end: nil, isInclusive: false)
      #expect(try await store.policies(query, account: account).map(\.key).joined() == expected)
    }
  }
}
