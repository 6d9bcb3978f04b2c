internal import Foundation

/// Which loads are under way: a few of an account, and not many in all.
struct HashListSlots {
  private let limit: Int
  private let accountLimit: Int
  /// The account of each load, by the id of the list that comes of it.
  private var taken: [UUID: UUID] = [:]

  init(limit: Int, accountLimit: Int) {
    self.limit = limit
    self.accountLimit = accountLimit
  }

  /// The ids of the lists that are being loaded.
  var lists: Set<UUID> { Set(taken.keys) }

  /// - Throws: RESOURCE_EXHAUSTED where there are too many.
  mutating func take(_ list: UUID, account: UUID) throws(GatewayError) {
    guard taken.count < limit, taken.values.count(where: { $0 == account }) < accountLimit else {
      throw GatewayError(.resourceExhausted, "too many hash lists are being loaded; try again")
    }
    taken[list] = account
  }

  mutating func release(_ list: UUID) { taken[list] = nil }
}
