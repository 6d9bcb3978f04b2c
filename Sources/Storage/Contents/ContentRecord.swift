package import Foundation

/// A content that an account keeps to try policies on.
package struct ContentRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// `algorithm::hex`, as reports give it; unique in the account.
  package var hash: String
  /// The wire's ContentModality number.
  package var modality: Int
  package var title: String?
  /// The wire's ContentData, serialized, without title and labels.
  package var data: Data
  /// By name, none twice.
  package var labels: [String]
  package var created: Date
  package var updated: Date

  package init(
    id: UUID, accountID: UUID, hash: String, modality: Int, title: String?, data: Data, labels: [String],
    created: Date, updated: Date
  ) {
    self.id = id
    self.accountID = accountID
    self.hash = hash
    self.modality = modality
    self.title = title
    self.data = data
    self.labels = labels
    self.created = created
    self.updated = updated
  }
}

/// What is to be written of a content; nil leaves a field as it is.
package struct ContentChange: Sendable, Hashable {
  package enum Title: Sendable, Hashable {
    case removed
    case text(String)
  }

  /// Other words of the same modality, with the hash that names them.
  package struct Body: Sendable, Hashable {
    package var hash: String
    package var data: Data

    package init(hash: String, data: Data) {
      self.hash = hash
      self.data = data
    }
  }

  package var id: UUID
  package var title: Title?
  package var body: Body?
  /// All that it has from then on.
  package var labels: [String]?
  package var updated: Date

  package init(id: UUID, updated: Date) {
    self.id = id
    self.updated = updated
  }
}
