package import Foundation

/// Which deliveries may be attempted now.
package struct DueDeliveryQuery: Sendable, Hashable {
  package var now: Date
  package var limit: Int
  /// Those under way.
  package var exceptIDs: [UUID] = []
  /// Receivers that have no room for one more.
  package var exceptHosts: [String] = []
  /// Accounts that have no room for one more.
  package var exceptAccounts: [UUID] = []

  package init(now: Date, limit: Int) {
    self.now = now
    self.limit = limit
  }
}
