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
