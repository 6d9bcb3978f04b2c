import Foundation
import Testing

@testable import Storage

struct LimitStoreTests {
  /// Limits are read as they were set, one without touching another, and are nil where none is.
  @Test func keepsLimits() async throws {
    try await withStore { store in
      let account = Sample.account()
      try await store.insert(account)
      #expect(try await store.limits(account: account.id) == AccountLimitsRecord())
      let key = KeptRate(perSecond: 5, burst: 10)
      #expect(try await store.updateLimits(account: account.id) { $0.key = key } == AccountLimitsRecord(key: key))
      _ = try await store.updateLimits(account: account.id) { $0.reviews = 7 }
      #expect(try await store.limits(account: account.id) == AccountLimitsRecord(reviews: 7, key: key))
      _ = try await store.updateLimits(account: account.id) { $0 = AccountLimitsRecord(account: key) }
      #expect(try await store.limits(account: account.id) == AccountLimitsRecord(account: key))
      #expect(try await store.limits(account: UUID()) == AccountLimitsRecord())
      #expect(
        try await codeThrown { _ = try await store.updateLimits(account: UUID()) { $0.reviews = 1 } } == .conflict)
    }
  }

  /// Counts are of an account and a month, and nothing where none was kept.
  @Test func keepsCounts() async throws {
    try await withStore { store in
      let accounts = [Sample.account("a"), Sample.account("b")]
      for account in accounts { try await store.insert(account) }
      try await store.setReviewCount(5, account: accounts[0].id, month: 24_322)
      try await store.setReviewCount(3, account: accounts[0].id, month: 24_322)
      try await store.setReviewCount(9, account: accounts[0].id, month: 24_323)
      #expect(try await store.reviewCount(account: accounts[0].id, month: 24_322) == 3)
      #expect(try await store.reviewCount(account: accounts[0].id, month: 24_323) == 9)
      #expect(try await store.reviewCount(account: accounts[1].id, month: 24_322) == 0)
    }
  }
}
