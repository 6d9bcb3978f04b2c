internal import Foundation
internal import Storage

/// Which deliveries are under way, and for whom there is room: a pure value.
///
/// A receiver that hangs takes its own places and no more, and an account with many such receivers the account's.
struct DeliverySlots {
  private let limits: WebhookLimits
  private var underWay: [UUID: WebhookDeliveryRecord] = [:]
  private var hosts: [String: Int] = [:]
  private var accounts: [UUID: Int] = [:]

  init(limits: WebhookLimits) {
    self.limits = limits
  }

  var isIdle: Bool { underWay.isEmpty }
  var free: Int { max(0, limits.deliveries - underWay.count) }

  /// What to ask the store for; nil where there is no room at all.
  func query(now: Date) -> DueDeliveryQuery? {
    guard free > 0 else { return nil }
    var query = DueDeliveryQuery(now: now, limit: free)
    query.exceptIDs = Array(underWay.keys)
    query.exceptHosts = hosts.filter { $0.value >= limits.perHost }.map(\.key)
    query.exceptAccounts = accounts.filter { $0.value >= limits.perAccount }.map(\.key)
    return query
  }

  /// Takes a place; false where there is none for it, or it is under way.
  mutating func take(_ delivery: WebhookDeliveryRecord) -> Bool {
    guard free > 0, underWay[delivery.id] == nil, hosts[delivery.host, default: 0] < limits.perHost,
      accounts[delivery.accountID, default: 0] < limits.perAccount
    else { return false }
    underWay[delivery.id] = delivery
    hosts[delivery.host, default: 0] += 1
    accounts[delivery.accountID, default: 0] += 1
    return true
  }

  mutating func leave(_ id: UUID) {
    guard let delivery = underWay.removeValue(forKey: id) else { return }
    hosts[delivery.host] = hosts[delivery.host].flatMap { $0 > 1 ? $0 - 1 : nil }
    accounts[delivery.accountID] = accounts[delivery.accountID].flatMap { $0 > 1 ? $0 - 1 : nil }
  }
}
