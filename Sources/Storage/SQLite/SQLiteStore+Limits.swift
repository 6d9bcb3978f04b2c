package import Foundation
import GRDB

extension SQLiteStore {
  package func limits(account: UUID) async throws -> AccountLimitsRecord {
    try await readOne { try Self.limits(account: account, $0) }
  }

  package func updateLimits(
    account: UUID, _ change: @escaping @Sendable (inout AccountLimitsRecord) -> Void
  ) async throws -> AccountLimitsRecord {
    try await write { database in
      var limits = try Self.limits(account: account, database)
      change(&limits)
      let statement = try database.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO account_limits (account_id, reviews, key_rate, key_burst, account_rate, account_burst)
          VALUES (?, ?, ?, ?, ?, ?)
          """)
      try statement.execute(arguments: [
        account, limits.reviews, limits.key?.perSecond, limits.key?.burst, limits.account?.perSecond,
        limits.account?.burst,
      ])
      return limits
    }
  }

  package func reviewCount(account: UUID, month: Int) async throws -> Int {
    try await readOne { database in
      let statement = try database.cachedStatement(
        sql: "SELECT count FROM review_counts WHERE account_id = ? AND month = ?")
      return try Int.fetchOne(statement, arguments: [account, month]) ?? 0
    }
  }

  package func setReviewCount(_ count: Int, account: UUID, month: Int) async throws {
    try await write(weight: 128, isOneStatement: true) { database in
      let statement = try database.cachedStatement(
        sql: "INSERT OR REPLACE INTO review_counts (account_id, month, count) VALUES (?, ?, ?)")
      try statement.execute(arguments: [account, month, count])
    }
  }

  private static func limits(account: UUID, _ database: Database) throws -> AccountLimitsRecord {
    let statement = try database.cachedStatement(
      sql: """
        SELECT reviews, key_rate, key_burst, account_rate, account_burst FROM account_limits WHERE account_id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [account]) else { return AccountLimitsRecord() }
    func rate(_ index: Int) throws -> KeptRate? {
      let perSecond: Int? = try row.decode(atIndex: index)
      let burst: Int? = try row.decode(atIndex: index + 1)
      guard let perSecond, let burst else { return nil }
      return KeptRate(perSecond: perSecond, burst: burst)
    }
    return AccountLimitsRecord(reviews: try row.decode(atIndex: 0), key: try rate(1), account: try rate(3))
  }
}
