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

  /// A change writes what it gives; the terms are accepted once, the first time.
  @Test func changesAccounts() async throws {
    try await withStore { store in
      var account = Sample.account("acme")
      try await store.insert(account)
      try await store.insert(Sample.account("other"))
      let change = AccountChange(email: "ops@acme.example", updated: Sample.time(1))
      account.email = "ops@acme.example"
      account.updated = Sample.time(1)
      #expect(try await store.update(account: account.id, change) == account)
      let taken = try await codeThrown { [account] in
        _ = try await store.update(account: account.id, AccountChange(name: "other", updated: Sample.time(2)))
      }
      #expect(taken == .alreadyExists)
      #expect(try await store.update(account: UUID(), change) == nil)
      for second in [3.0, 4] { #expect(try await store.acceptTerms(account: account.id, at: Sample.time(second))) }
      account.termsAccepted = Sample.time(3)
      #expect(try await store.account(account.id) == account)
      #expect(try await store.acceptTerms(account: UUID(), at: Sample.time()) == false)
    }
  }
}
