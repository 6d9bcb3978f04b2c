import Foundation
import Testing

@testable import Storage

struct UserStoreTests {
  /// An account with an admin key of its own, and one without any.
  private func withAccounts(_ body: (SQLiteStore, _ owner: UUID, _ stranger: UUID) async throws -> Void) async throws {
    try await withStore { store in
      let accounts = [Sample.account("owner"), Sample.account("stranger")]
      for account in accounts { try await store.insert(account) }
      try await store.insert(Self.admin(of: accounts[0].id))
      try await body(store, accounts[0].id, accounts[1].id)
    }
  }

  private static func admin(of account: UUID, expires: Date? = nil) -> KeyRecord {
    var key = Sample.key(account: account, expires: expires)
    key.role = .admin
    return key
  }

  /// A change writes what it gives and leaves the rest; a role is that of all the user's keys, and of no other.
  @Test func changes() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      let (user, key) = try #require(try await store.person(owner))
      let second = try #require(try await store.insert(Sample.key(account: owner), ofUser: user.id, limit: 10))
      #expect(second.user == user && second.key.role == .writer && second.key.userID == user.id)
      let change = UserChange(firstName: "Augusta", updated: Sample.time(5))
      #expect(try await store.update(user: user.id, change, account: stranger) == nil)
      var expected = user
      expected.firstName = "Augusta"
      expected.updated = Sample.time(5)
      #expect(try await store.update(user: user.id, change, account: owner) == expected)
      _ = try await store.update(user: user.id, UserChange(role: .evaluator, updated: Sample.time(6)), account: owner)
      let roles = try await store.keys(account: owner).map {
        [$0.userID == user.id ? "theirs" : "ours", $0.role.rawValue]
      }
      #expect(Set(roles) == [["theirs", "evaluator"], ["ours", "admin"]] && roles.count == 3)
      #expect(try await store.key(hash: key.hash)?.role == .evaluator)
      #expect(try await store.user(user.id, account: stranger) == nil)
      let missing = try await codeThrown {
        _ = try await store.insert(Sample.key(account: stranger), ofUser: user.id, limit: 10)
      }
      #expect(missing == .notFound)
    }
  }

  /// Who is taken out loses all keys, which stay in the list; another account's user cannot be taken out.
  @Test func deletes() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      let (user, key) = try #require(try await store.person(owner))
      #expect(try await store.resolve(tour: "t", outcome: 1, of: .user(user.id), at: Sample.time(), limit: 9))
      #expect(try await store.delete(user: user.id, account: stranger, at: Sample.time(9)) == nil)
      #expect(try await store.delete(user: user.id, account: owner, at: Sample.time(9)) == user)
      let kept = try await store.key(hash: key.hash)
      #expect(kept?.state == .revoked && kept?.userID == nil && kept?.updated == Sample.time(9))
      #expect(try await store.users(account: owner).isEmpty)
      #expect(try await store.resolvedTours(of: .user(user.id)).isEmpty)
      #expect(try await store.delete(user: user.id, account: owner, at: Sample.time(9)) == nil)
    }
  }

  /// The last valid admin key of an account cannot be taken from it, in any of the ways there are, and what is refused
  /// changes nothing; what the operator does is not held back.
  @Test func keepsAnAdmin() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let (user, key) = try #require(try await store.person(account.id, role: .admin))
      // Neither an expired key nor a disabled one is a way in.
      try await store.insert(Self.admin(of: account.id, expires: Sample.time(2)))
      var disabled = Self.admin(of: account.id)
      disabled.state = .disabled
      try await store.insert(disabled)
      let moment = Sample.time(10)
      func attempts() async throws -> [StoreError.Code?] {
        [
          try await codeThrown {
            _ = try await store.update(user: user.id, UserChange(role: .writer, updated: moment), account: account.id)
          },
          try await codeThrown { _ = try await store.delete(user: user.id, account: account.id, at: moment) },
          try await codeThrown {
            _ = try await store.setState(
              .disabled, key: key.id, account: account.id, at: moment, keepingAdmin: true)
          },
          try await codeThrown {
            _ = try await store.setState(.revoked, key: key.id, account: account.id, at: moment, keepingAdmin: true)
          },
        ]
      }
      #expect(try await attempts() == [.conflict, .conflict, .conflict, .conflict])
      #expect(try await store.key(hash: key.hash) == key)
      #expect(try await store.user(user.id, account: account.id) == user)
      let byOperator = try await store.setState(
        .disabled, key: key.id, account: account.id, at: moment, keepingAdmin: false)
      #expect(byOperator?.state == .disabled)
      try await store.insert(Self.admin(of: account.id))
      // Taken out, the user has no key any more that could be disabled.
      #expect(try await attempts() == [nil, nil, .conflict, nil])
    }
  }

  /// Of two administrators who take each other out at once, one stays.
  @Test func twoDoNotLockEachOtherOut() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let first = try #require(try await store.person(account.id, email: "a@example.com", role: .admin))
      let second = try #require(try await store.person(account.id, email: "b@example.com", role: .admin))
      async let one = codeThrown {
        _ = try await store.delete(user: first.user.id, account: account.id, at: Sample.time(3))
      }
      async let two = codeThrown {
        _ = try await store.update(
          user: second.user.id, UserChange(role: .evaluator, updated: Sample.time(3)), account: account.id)
      }
      let codes = [try await one, try await two]
      #expect(codes.filter { $0 == .conflict }.count == 1 && codes.filter { $0 == nil }.count == 1)
    }
  }

  /// A login is noted once in a while, and never backwards.
  @Test func notesLogins() async throws {
    try await withAccounts { (store, owner, _) async throws in
      let user = try #require(try await store.person(owner)).user
      var seen: [Date?] = []
      for (second, bound) in [(10.0, 5.0), (20, 5), (30, 15), (25, 20)] {
        try await store.noteLogin(user: user.id, at: Sample.time(second), unlessSince: Sample.time(bound))
        seen.append(try await store.user(user.id, account: owner)?.lastLogin)
      }
      #expect(seen == [10, 10, 30, 30].map { Sample.time($0) })
    }
  }

  /// Tours are kept for each viewer apart, once each, and so many.
  @Test func keepsTours() async throws {
    try await withAccounts { (store, owner, _) async throws in
      let (user, key) = try #require(try await store.person(owner))
      let viewers: [TourViewer] = [.user(user.id), .key(key.id)]
      for viewer in viewers {
        for tour in ["b", "a", "b"] {
          #expect(try await store.resolve(tour: tour, outcome: 2, of: viewer, at: Sample.time(), limit: 2))
        }
        #expect(try await store.resolve(tour: "c", outcome: 1, of: viewer, at: Sample.time(), limit: 2) == false)
        #expect(try await store.resolvedTours(of: viewer) == ["a", "b"])
      }
    }
  }
}
