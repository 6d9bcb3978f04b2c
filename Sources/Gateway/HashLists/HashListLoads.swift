internal import Foundation
internal import Synchronization

/// The loads that are under way.
final class HashListLoads: Sendable {
  private let slots = Mutex(HashListSlots(limit: HashListLimits.loads, accountLimit: HashListLimits.loadsOfAccount))

  /// The ids of the lists that are being loaded.
  var lists: Set<UUID> { slots.withLock { $0.lists } }

  /// - Throws: RESOURCE_EXHAUSTED where there are too many.
  func take(_ list: UUID, account: UUID) throws(GatewayError) {
    try slots.withLock { (slots) throws(GatewayError) in try slots.take(list, account: account) }
  }

  func release(_ list: UUID) { slots.withLock { $0.release(list) } }
}
