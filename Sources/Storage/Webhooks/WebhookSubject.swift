package import Foundation

/// What a webhook tells of.
package struct WebhookSubject: Sendable, Hashable {
  package enum Kind: Int, Sendable, Hashable, CaseIterable {
    case job = 1
    case batchJob = 2
  }

  package var kind: Kind
  package var id: UUID

  package init(_ kind: Kind, _ id: UUID) {
    self.kind = kind
    self.id = id
  }
}
