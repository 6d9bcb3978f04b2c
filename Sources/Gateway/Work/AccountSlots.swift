internal import Foundation

/// What is under way: a few of an account, and not many in all.
struct AccountSlots {
  private let limit: Int
  private let accountLimit: Int
  private let refusal: String
  private let repeatRefusal: String
  /// The account of each, by the id of what is under way.
  private var taken: [UUID: UUID] = [:]

  /// - Parameters:
  ///   - refusal: what a caller is told where there are too many.
  ///   - repeatRefusal: what a caller is told of one that is under way already.
  init(limit: Int, accountLimit: Int, refusal: String, repeatRefusal: String) {
    self.limit = limit
    self.accountLimit = accountLimit
    self.refusal = refusal
    self.repeatRefusal = repeatRefusal
  }

  var ids: Set<UUID> { Set(taken.keys) }

  func isTaken(_ id: UUID) -> Bool { taken[id] != nil }

  /// - Throws: ABORTED where it is under way already; RESOURCE_EXHAUSTED where there are too many.
  mutating func take(_ id: UUID, account: UUID) throws(GatewayError) {
    guard taken[id] == nil else { throw GatewayError(.aborted, repeatRefusal) }
    guard taken.count < limit, taken.values.count(where: { $0 == account }) < accountLimit else {
      throw GatewayError(.resourceExhausted, refusal)
    }
    taken[id] = account
  }

  mutating func release(_ id: UUID) { taken[id] = nil }
}
