package import Foundation

package struct PolicyRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// The name people give it; unique among the account's policies that are not deleted.
  package var key: String
  package var activeVersionID: UUID?
  package var created: Date
  package var updated: Date
  package var isDisabled: Bool
  /// Deleted policies are kept, so that old jobs still name them.
  package var isDeleted: Bool
  package var datasetID: String?

  package init(
    id: UUID, accountID: UUID, key: String, activeVersionID: UUID?, created: Date, updated: Date, isDisabled: Bool,
    isDeleted: Bool, datasetID: String?
  ) {
    self.id = id
    self.accountID = accountID
    self.key = key
    self.activeVersionID = activeVersionID
    self.created = created
    self.updated = updated
    self.isDisabled = isDisabled
    self.isDeleted = isDeleted
    self.datasetID = datasetID
  }
}
