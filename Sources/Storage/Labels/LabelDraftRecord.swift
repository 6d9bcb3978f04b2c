package import Foundation

/// What a user is writing of a label's next version: one at most of each label and user. It need not compile.
package struct LabelDraftRecord: Sendable, Hashable {
  package var id: UUID
  package var labelID: UUID
  /// A person's, or a key's that is nobody's.
  package var userID: UUID
  package var text: String
  /// The wire's LabelEvalOptions, serialized.
  package var options: Data?
  package var globalContext: String?
  package var created: Date
  package var updated: Date

  package init(
    id: UUID, labelID: UUID, userID: UUID, text: String, options: Data?, globalContext: String?, created: Date,
    updated: Date
  ) {
    self.id = id
    self.labelID = labelID
    self.userID = userID
    self.text = text
    self.options = options
    self.globalContext = globalContext
    self.created = created
    self.updated = updated
  }
}
