/// A delivery's life. It moves down this list, but for one that an operator sends again.
package enum WebhookDeliveryState: Int, Sendable, Hashable, CaseIterable {
  /// What it tells of has not happened yet.
  case waiting = 1
  /// An attempt is to be made, now or later.
  case due = 2
  case delivered = 3
  /// Given up.
  case failed = 4
}
