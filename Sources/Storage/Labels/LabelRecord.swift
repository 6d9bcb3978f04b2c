package import Foundation

/// A label that is kept by itself, apart from any policy.
package struct LabelRecord: Sendable, Hashable {
  package var id: UUID
  package var accountID: UUID
  /// The name people give it; unique among the account's labels that are not deleted.
  package var name: String
  package var description: String?
  package var isDisabled: Bool
  /// Deleted labels are kept, so that old jobs still name them.
  package var isDeleted: Bool
  /// When it was put away; nil where it is not.
  package var archived: Date?
  package var created: Date
  package var updated: Date
  /// By name.
  package var tags: [LabelTagRecord]

  package init(
    id: UUID, accountID: UUID, name: String, description: String?, isDisabled: Bool, isDeleted: Bool = false,
    archived: Date? = nil, created: Date, updated: Date, tags: [LabelTagRecord] = []
  ) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.description = description
    self.isDisabled = isDisabled
    self.isDeleted = isDeleted
    self.archived = archived
    self.created = created
    self.updated = updated
    self.tags = tags
  }
}

/// What is to be written of a label; nil leaves a field as it is.
package struct LabelChange: Sendable, Hashable {
  package var name: String?
  package var isDisabled: Bool?
  package var isDeleted: Bool?
  /// True: archived from `updated` on, unless it was before.
  package var isArchived: Bool?
  package var updated: Date

  package init(updated: Date) {
    self.updated = updated
  }
}
