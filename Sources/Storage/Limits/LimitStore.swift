package import Foundation

/// What accounts hold themselves to, and how much of it they have had.
package protocol LimitStore: Sendable {
  /// What an account has not set is nil.
  func limits(account: UUID) async throws -> AccountLimitsRecord
  /// Changes an account's limits, all at once.
  func updateLimits(
    account: UUID, _ change: @escaping @Sendable (inout AccountLimitsRecord) -> Void
  ) async throws -> AccountLimitsRecord
  /// How many contents of a month are evaluated, or set aside to be.
  func reviewCount(account: UUID, month: Int) async throws -> Int
  /// Takes the place of the count before it.
  func setReviewCount(_ count: Int, account: UUID, month: Int) async throws
}

/// An account's own limits.
package struct AccountLimitsRecord: Sendable, Hashable {
  /// Contents that may be evaluated a month.
  package var reviews: Int?
  /// For each of its keys.
  package var key: KeptRate?
  /// For all of them together.
  package var account: KeptRate?

  package init(reviews: Int? = nil, key: KeptRate? = nil, account: KeptRate? = nil) {
    self.reviews = reviews
    self.key = key
    self.account = account
  }
}

/// A rate limit as it is kept.
package struct KeptRate: Sendable, Hashable {
  /// Contents a second.
  package var perSecond: Int
  /// Seconds' worth that may be taken at once.
  package var burst: Int

  package init(perSecond: Int, burst: Int) {
    self.perSecond = perSecond
    self.burst = burst
  }
}
