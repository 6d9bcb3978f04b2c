import Foundation
import Testing

@testable import Storage

/// Accounts' lists of known images in SQLite.
struct HashListStoreTests {
  private static let limits = HashListUsage(lists: 3, accountBytes: 1_000, totalBytes: 1_500)

  private static func list(_ name: String, _ account: UUID, bytes: Int = 100) -> HashListRecord {
    HashListRecord(
      id: UUID(), accountID: account, name: name, created: Sample.time(), keyID: UUID(),
      fileHash: Data(repeating: 7, count: 32), distance: 20,
      counts: .init(md5: 1, sha1: 2, sha256: 3, pdq: 4, repeated: 5, lowQuality: 6, otherKinds: 7), memoryBytes: bytes)
  }

  private func withAccounts(_ body: (SQLiteStore, UUID, UUID) async throws -> Void) async throws {
    try await withStore { store in
      let accounts = [Sample.account("one"), Sample.account("two")]
      for account in accounts { try await store.insert(account) }
      try await body(store, accounts[0].id, accounts[1].id)
    }
  }

  /// A list is kept as it is, by its name, which another takes over whole; each account sees its own.
  @Test func keepsAndReplaces() async throws {
    try await withAccounts { (store, one, two) async throws in
      let (first, second, other) = (Self.list("b", one), Self.list("a", one), Self.list("b", two))
      for list in [first, second, other] {
        #expect(try await store.keep(list, within: Self.limits) == .kept(replaced: nil))
      }
      #expect(try await store.hashLists(account: one) == [second, first])
      #expect(try await store.hashLists(account: two) == [other])
      let next = Self.list("b", one, bytes: 50)
      #expect(try await store.keep(next, within: Self.limits) == .kept(replaced: first))
      #expect(try await store.hashLists(account: one) == [second, next])
      #expect(try await store.hashListIDs() == [second.id, next.id, other.id])
      #expect(try await Set(store.hashListAccounts()) == [one, two])
      #expect(try await store.removeHashList(named: "b", account: one) == next)
      #expect(try await store.removeHashList(named: "b", account: one) == nil)
      #expect(try await store.hashLists(account: two) == [other])
      #expect(try await store.removeHashList(named: "a", account: two) == nil)
    }
  }

  /// What is too much beside the others is refused, and nothing changes; what it replaces does not count.
  @Test func refusesWhatIsTooMuch() async throws {
    try await withAccounts { (store, one, two) async throws in
      #expect(try await store.keep(Self.list("a", one, bytes: 900), within: Self.limits) == .kept(replaced: nil))
      let beside = HashListUsage(lists: 1, accountBytes: 900, totalBytes: 900)
      #expect(try await store.hashListUsage(besides: "b", account: one) == beside)
      #expect(try await store.keep(Self.list("b", one, bytes: 101), within: Self.limits) == .refused(beside))
      #expect(try await store.keep(Self.list("b", one, bytes: 100), within: Self.limits) == .kept(replaced: nil))
      // Of the server.
      let total = HashListUsage(lists: 0, accountBytes: 0, totalBytes: 1_000)
      #expect(try await store.keep(Self.list("a", two, bytes: 501), within: Self.limits) == .refused(total))
      #expect(try await store.keep(Self.list("a", two, bytes: 500), within: Self.limits) == .kept(replaced: nil))
      guard case .kept(let replaced?) = try await store.keep(Self.list("a", one, bytes: 900), within: Self.limits)
      else {
        Issue.record("a list of the same size does not replace one")
        return
      }
      #expect(replaced.memoryBytes == 900)
      // Of lists.
      #expect(try await store.keep(Self.list("c", one, bytes: 0), within: Self.limits) == .kept(replaced: nil))
      let full = HashListUsage(lists: 3, accountBytes: 1_000, totalBytes: 1_500)
      #expect(try await store.keep(Self.list("d", one, bytes: 0), within: Self.limits) == .refused(full))
      #expect(try await store.hashLists(account: one).map(\.name) == ["a", "b", "c"])
    }
  }
}
