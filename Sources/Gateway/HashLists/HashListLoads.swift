internal import Foundation
internal import Synchronization

/// The loads that are under way.
final class HashListLoads: Sendable {
  private let slots = Mutex(
    AccountSlots(
      limit: HashListLimits.loads, accountLimit: HashListLimits.loadsOfAccount,
      refusal: "too many hash lists are being loaded; try again",
      repeatRefusal: "this hash list is being loaded already"))

  /// The ids of the lists that are being loaded.
  var lists: Set<UUID> { slots.withLock { $0.ids } }

  /// - Throws: RESOURCE_EXHAUSTED where there are too many.
  func take(_ list: UUID, account: UUID) throws(GatewayError) {
    try slots.withLock { (slots) throws(GatewayError) in try slots.take(list, account: account) }
  }

  func release(_ list: UUID) { slots.withLock { $0.release(list) } }
}
