package import Foundation

/// Labels by themselves: their versions, the drafts of those who write them, and their tags.
package protocol LabelStore: Sendable {
  /// Both, or neither, the version as number 1; throws `alreadyExists` where the name is taken.
  func insert(_ label: LabelRecord, version: LabelVersionRecord?) async throws
  /// Deleted or not.
  func label(_ id: UUID, account: UUID) async throws -> LabelRecord?
  /// Newest first, by (created, id), after the cursor; none that is deleted.
  func labels(_ query: LabelRowQuery, account: UUID) async throws -> [LabelRecord]
  /// Writes what is given and answers the label as it is kept; nil where the account has no such label, or deleted it.
  /// Throws `alreadyExists` where the name is taken.
  func update(label: UUID, _ change: LabelChange, account: UUID) async throws -> LabelRecord?

  /// Numbers the version itself (`number` is ignored). Throws `notFound` where the account has no such label, or deleted
  /// it, or where the label has no version with the parent's id.
  ///
  /// - Parameter evenIfEqual: whether a version with the digest of an earlier one is written all the same.
  func insert(
    _ version: LabelVersionRecord, account: UUID, evenIfEqual: Bool
  ) async throws -> WrittenLabelVersion
  /// Of a deleted label too.
  func labelVersion(_ id: UUID, account: UUID) async throws -> LabelVersionRecord?
  /// Newest first, at most `limit`.
  func labelVersions(label: UUID, account: UUID, limit: Int) async throws -> [LabelVersionRecord]

  /// Takes the place of the user's draft before it; answers what is kept, or nil where the account has no such label, or
  /// deleted it.
  func save(_ draft: LabelDraftRecord, account: UUID) async throws -> LabelDraftRecord?
  func labelDraft(label: UUID, user: UUID, account: UUID) async throws -> LabelDraftRecord?
  /// False where there is none.
  func deleteLabelDraft(label: UUID, user: UUID, account: UUID) async throws -> Bool

  /// Throws `alreadyExists` where the name is taken, `conflict` where the account has as many tags as it may.
  func insert(_ tag: LabelTagRecord, limit: Int) async throws
  /// By name.
  func labelTags(account: UUID) async throws -> [LabelTagRecord]
  /// Writes what is given and answers the tag as it is kept; nil where the account has no such tag. Throws
  /// `alreadyExists` where the name is taken.
  func update(labelTag: UUID, _ change: LabelTagChange, account: UUID) async throws -> LabelTagRecord?
  /// Takes it off every label; false where the account has no such tag.
  func deleteLabelTag(_ id: UUID, account: UUID) async throws -> Bool
  /// Gives a label these tags and no others, and answers them by name; nil where the account has no such label, or
  /// deleted it. Throws `notFound` where a tag is not there.
  func setTags(_ tags: [UUID], label: UUID, account: UUID) async throws -> [LabelTagRecord]?
}

/// What came of a label version that was to be written.
package enum WrittenLabelVersion: Sendable, Hashable {
  case written(LabelVersionRecord)
  /// Nothing was written: the label has an equal version.
  case equal(LabelVersionRecord)
}

package struct LabelRowQuery: Sendable, Hashable {
  package var includesArchived = false
  /// Labels with one of these tags; empty: any.
  package var tags: [UUID] = []
  package var after: PageCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
