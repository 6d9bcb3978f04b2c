/// How many webhooks are sent at once.
package struct WebhookLimits: Sendable, Hashable {
  /// A body is held whole while it is sent, so this bounds memory too.
  package var deliveries = 32
  package var perHost = 4
  package var perAccount = 24

  package init() {}
}
