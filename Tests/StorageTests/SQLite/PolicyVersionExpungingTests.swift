import Foundation
import Testing

@testable import Storage

struct PolicyVersionExpungingTests {
  /// An account with a policy of two versions, the first of them active.
  private func withVersions(
    _ body: (SQLiteStore, PolicyRecord, _ active: PolicyVersionRecord, _ other: PolicyVersionRecord) async throws ->
      Void
  ) async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      var policy = Sample.policy(account: account.id)
      let active = Sample.version(policy: policy.id)
      policy.activeVersionID = active.id
      try await store.insert(policy, version: active)
      let other = try await store.insert(Sample.version(policy: policy.id), account: account.id, activate: false)
      try await body(store, policy, active, other)
    }
  }

  /// A version goes out of sight and comes back; asked twice, it stays as it is.
  @Test func goesAndComesBack() async throws {
    try await withVersions { store, policy, _, other in
      for isExpunged in [true, true, false, false] {
        let changed = try await store.setExpunged(isExpunged, version: other.id, account: policy.accountID)
        var expected = other
        expected.isExpunged = isExpunged
        #expect(changed == expected)
        #expect(try await store.version(other.id, account: policy.accountID) == expected)
      }
    }
  }

  /// The active version is never expunged, and an expunged one never becomes active.
  @Test func keepsTheActiveVersion() async throws {
    try await withVersions { store, policy, active, other in
      let refused = try await codeThrown {
        _ = try await store.setExpunged(true, version: active.id, account: policy.accountID)
      }
      _ = try await store.setExpunged(true, version: other.id, account: policy.accountID)
      var changed = policy
      changed.activeVersionID = other.id
      let activation = try await codeThrown { [changed] in _ = try await store.update(changed) }
      #expect(refused == .conflict && activation == .conflict)
      #expect(try await store.policy(policy.id, account: policy.accountID) == policy)
      _ = try await store.setExpunged(false, version: other.id, account: policy.accountID)
      #expect(try await store.update(changed)?.activeVersionID == other.id)
    }
  }

  /// Nothing is done to another account's version, to one of a deleted policy, or to one that is not there.
  @Test func answersNilForWhatIsNotThere() async throws {
    try await withVersions { store, policy, _, other in
      let stranger = Sample.account("stranger")
      try await store.insert(stranger)
      let strange = try await store.setExpunged(true, version: other.id, account: stranger.id)
      let missing = try await store.setExpunged(true, version: UUID(), account: policy.accountID)
      var deleted = policy
      deleted.isDeleted = true
      _ = try await store.update(deleted)
      let gone = try await store.setExpunged(true, version: other.id, account: policy.accountID)
      #expect(strange == nil && missing == nil && gone == nil)
      #expect(try await store.version(other.id, account: policy.accountID)?.isExpunged == false)
    }
  }
}
