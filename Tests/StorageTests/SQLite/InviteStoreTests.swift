import Foundation
import Testing

@testable import Storage

struct InviteStoreTests {
  private func withAccounts(_ body: (SQLiteStore, _ owner: UUID, _ stranger: UUID) async throws -> Void) async throws {
    try await withStore { store in
      let accounts = [Sample.account("owner"), Sample.account("stranger")]
      for account in accounts { try await store.insert(account) }
      try await body(store, accounts[0].id, accounts[1].id)
    }
  }

  private func accept(
    _ store: SQLiteStore, _ hash: Data?, at moment: Date = Sample.time(1), keyLimit: Int = 10, userLimit: Int = 10
  ) async throws -> UserRecord? {
    try await store.accept(
      codeHash: hash ?? Data(count: 32), at: moment, keyLimit: keyLimit, userLimit: userLimit
    ) { invite in
      let user = Sample.user(invite)
      return (user, Sample.key(of: user))
    }?.user
  }

  /// Invites are read as they were written, newest first, by their own account alone.
  @Test func listsNewestFirst() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      let invites = [0, 2, 1].map {
        Sample.invite(account: owner, email: "a\($0)@example.com", created: Sample.time(Double($0)))
      }
      for invite in invites { #expect(try await store.insert(invite, limit: 10) == .kept) }
      #expect(try await store.invites(account: owner) == [invites[1], invites[2], invites[0]])
      #expect(try await store.invites(account: stranger).isEmpty)
      #expect(try await store.delete(invite: invites[0].id, account: stranger) == false)
      #expect(try await store.delete(invite: invites[0].id, account: owner))
      #expect(try await store.delete(invite: invites[0].id, account: owner) == false)
    }
  }

  /// One address is invited once, capitals or not, unless the invite is not pending any more; and not whoever is there.
  @Test func oneInviteAnAddress() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      let first = Sample.invite(account: owner)
      #expect(try await store.insert(first, limit: 10) == .kept)
      #expect(try await store.insert(Sample.invite(account: owner, email: "ADA@example.com"), limit: 10) == .isInvited)
      #expect(try await store.insert(Sample.invite(account: stranger), limit: 10) == .kept)
      let later = Sample.invite(account: owner, created: Sample.time(1_000), expires: Sample.time(2_000))
      #expect(try await store.insert(later, limit: 1) == .kept)
      #expect(try await store.invites(account: owner) == [later])
      #expect(try await accept(store, first.codeHash) == nil)
      #expect(try await accept(store, later.codeHash, at: Sample.time(1_500))?.email == "ada@example.com")
      let again = Sample.invite(account: owner, email: "Ada@Example.com", created: Sample.time(1_600))
      #expect(try await store.insert(again, limit: 10) == .isUser)
      var sameID = Sample.invite(account: stranger, email: "b@example.com")
      sameID.id = later.id
      #expect(try await store.insert(sameID, limit: 10) == .idIsTaken)
    }
  }

  /// No account has more invites, or users, than it may.
  @Test func isBounded() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      for number in 0..<2 {
        #expect(try await store.person(owner, email: "u\(number)@example.com") != nil)
      }
      #expect(try await store.insert(Sample.invite(account: owner), limit: 2) == .isFull)
      for invite in try await store.invites(account: owner) {
        _ = try await store.delete(invite: invite.id, account: owner)
      }
      #expect(try await store.insert(Sample.invite(account: owner), limit: 2) == .isFull)
      #expect(try await store.insert(Sample.invite(account: owner), limit: 3) == .kept)
      #expect(try await store.insert(Sample.invite(account: stranger), limit: 1) == .kept)
    }
  }

  /// An invite that finds no room leaves the one before it for its address where it is.
  @Test func noRoomTakesNothing() async throws {
    try await withAccounts { (store, owner, _) async throws in
      let expired = Sample.invite(account: owner, email: "old@example.com", expires: Sample.time(10))
      #expect(try await store.insert(expired, limit: 10) == .kept)
      #expect(try await store.person(owner) != nil)
      let again = Sample.invite(
        account: owner, email: "old@example.com", created: Sample.time(20), expires: Sample.time(2_000))
      #expect(try await store.insert(again, limit: 1) == .isFull)
      #expect(try await store.invites(account: owner).contains(expired))
      #expect(try await store.insert(again, limit: 2) == .kept)
    }
  }

  /// A code opens once, however many come with it at once, and makes a user and a key that belong together.
  @Test func opensOnce() async throws {
    try await withAccounts { (store, owner, _) async throws in
      let invite = Sample.invite(account: owner)
      _ = try await store.insert(invite, limit: 10)
      let users = try await withThrowingTaskGroup(of: UserRecord?.self) { group in
        for _ in 0..<20 { group.addTask { try await accept(store, invite.codeHash) } }
        return try await group.reduce(into: []) { $0.append($1) }.compactMap(\.self)
      }
      #expect(users.count == 1)
      #expect(try await store.users(account: owner) == users)
      let keys = try await store.keys(account: owner)
      #expect(keys.map(\.userID) == users.map(\.id) && keys.map(\.role) == [.writer])
      #expect(try await store.invites(account: owner).map(\.accepted) == [Sample.time(1)])
    }
  }

  /// What is refused leaves nothing behind: an expired code, a wrong one, an account without room.
  @Test func refusalsLeaveNothing() async throws {
    try await withAccounts { (store, owner, _) async throws in
      let invite = Sample.invite(account: owner)
      _ = try await store.insert(invite, limit: 10)
      #expect(try await accept(store, invite.codeHash, at: Sample.time(1_000)) == nil)
      #expect(try await accept(store, Sample.bytes()) == nil)
      let full = try await codeThrown { _ = try await accept(store, invite.codeHash, keyLimit: 0) }
      #expect(full == .conflict)
      let crowded = try await codeThrown { _ = try await accept(store, invite.codeHash, userLimit: 0) }
      #expect(crowded == .conflict)
      #expect(try await store.users(account: owner).isEmpty)
      #expect(try await store.keys(account: owner).isEmpty)
      #expect(try await store.invites(account: owner) == [invite])
    }
  }

  /// A renewed invite opens by the new code alone; one that was accepted is not renewed.
  @Test func renews() async throws {
    try await withAccounts { (store, owner, stranger) async throws in
      let invite = Sample.invite(account: owner)
      _ = try await store.insert(invite, limit: 10)
      let (hash, expires) = (Sample.bytes(), Sample.time(5_000))
      func renew(_ account: UUID) async throws -> InviteRecord? {
        try await store.renew(
          invite: invite.id, codeHash: hash, expires: expires, account: account, at: Sample.time(1_500))
      }
      #expect(try await renew(stranger) == nil)
      #expect(try await renew(owner)?.expires == expires)
      #expect(try await accept(store, invite.codeHash, at: Sample.time(2_000)) == nil)
      #expect(try await accept(store, hash, at: Sample.time(2_000)) != nil)
      #expect(try await codeThrown { _ = try await renew(owner) } == .conflict)
    }
  }
}
