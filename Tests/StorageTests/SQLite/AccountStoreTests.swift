import Foundation
import Testing

@testable import Storage

struct AccountStoreTests {
  /// An account is found by its name and by its id, as it was written; names are unique.
  @Test func keepsAccounts() async throws {
    try await withStore { store in
      let account = Sample.account("acme")
      try await store.insert(account)
      #expect(try await store.account(named: "acme") == account)
      #expect(try await store.account(named: "ACME") == nil)
      #expect(try await store.account(account.id) == account)
      #expect(try await store.account(UUID()) == nil)
      #expect(try await codeThrown { try await store.insert(Sample.account("acme")) } == .alreadyExists)
    }
  }
}
