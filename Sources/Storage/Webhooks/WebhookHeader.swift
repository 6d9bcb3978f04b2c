/// A header of a webhook's request.
package struct WebhookHeader: Sendable, Hashable, Codable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
