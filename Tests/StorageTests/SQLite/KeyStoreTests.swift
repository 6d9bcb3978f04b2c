import Foundation
import Testing

@testable import Storage

struct KeyStoreTests {
  /// A key is found by its hash alone, as it was written, with and without an expiry.
  @Test(arguments: [nil, Sample.time(3_600)])
  func findsAKeyByItsHash(expires: Date?) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let key = Sample.key(account: account.id, expires: expires)
      try await store.insert(key)
      #expect(try await store.key(hash: key.hash) == key)
      #expect(try await store.key(hash: Data(count: 32)) == nil)
    }
  }

  /// Of many that come at once no more are kept than may be valid; those that are revoked or expired leave room, and
  /// only the newest of them stay.
  @Test func keepsSoManyAndNoMore() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask { try await store.insert(Sample.key(account: account.id, created: Sample.time(5)), limit: 3) }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(kept == 3)
      for key in try await store.keys(account: account.id) {
        _ = try await store.setState(
          .revoked, key: key.id, account: account.id, at: Sample.time(6), keepingAdmin: false)
      }
      let expired = Sample.key(account: account.id, created: Sample.time(7), expires: Sample.time(8))
      #expect(try await store.insert(expired, limit: 3))
      let last = Sample.key(account: account.id, created: Sample.time(9))
      #expect(try await store.insert(last, limit: 3))
      let keys = try await store.keys(account: account.id)
      #expect(keys.count == 4 && keys.prefix(2) == [last, expired])
    }
  }

  /// Keys are listed newest first.
  @Test func listsNewestFirst() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let keys = [0, 2, 1].map { Sample.key(account: account.id, created: Sample.time($0)) }
      for key in keys { try await store.insert(key) }
      #expect(try await store.keys(account: account.id) == [keys[1], keys[2], keys[0]])
    }
  }

  /// Every change of state is allowed, except out of `revoked`.
  @Test(
    arguments: [KeyState.enabled, .disabled, .revoked].flatMap { from in
      [KeyState.enabled, .disabled, .revoked].map { (from, $0) }
    })
  func revokedIsFinal(from: KeyState, to: KeyState) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      var key = Sample.key(account: account.id)
      key.state = from
      try await store.insert(key)
      let isRefused = from == .revoked && to != .revoked
      let code = try await codeThrown { [key] in
        _ = try await store.setState(to, key: key.id, account: account.id, at: Sample.time(60), keepingAdmin: false)
      }
      #expect(code == (isRefused ? .conflict : nil))
      if !isRefused {
        key.state = to
        key.updated = Sample.time(60)
      }
      #expect(try await store.key(hash: key.hash) == key)
    }
  }

  /// A key that is wrong in itself, or twice there, is refused with the right code.
  @Test func refusesWrongKeys() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      let key = Sample.key(account: account.id)
      try await store.insert(key)
      var sameHash = Sample.key(account: account.id)
      sameHash.hash = key.hash
      var shortHash = Sample.key(account: account.id)
      shortHash.hash = Data(count: 31)
      var codes: [StoreError.Code?] = []
      for wrong in [key, sameHash, shortHash, Sample.key(account: UUID())] {
        codes.append(try await codeThrown { try await store.insert(wrong) })
      }
      #expect(codes == [.alreadyExists, .alreadyExists, .conflict, .conflict])
    }
  }
}
