package import Foundation

/// The datasets of labels: each label's own contents with what is expected of it, and what it said of them. A dataset
/// goes with its label, an evaluation with its item; a content stays while an item has it.
package protocol LabelDatasetStore: Sendable {
  /// The one of the account's contents that has the hash.
  func contentID(hash: String, account: UUID) async throws -> UUID?
  /// For each, in order, what came of it; all that is added, in one write.
  ///
  /// - Parameters:
  ///   - items: of one label.
  ///   - limit: items of a label.
  /// - Throws: `notFound` where the account has no such label, or deleted it.
  func append(
    _ items: [LabelDatasetItemRecord], label: UUID, account: UUID, limit: Int
  ) async throws -> [LabelDatasetAddition]
  func labelDatasetItems(
    _ selection: LabelDatasetSelection, page: LabelDatasetPage, account: UUID
  ) async throws -> [LabelDatasetItemRow]
  /// By the time of their creation, whatever order the page asks for.
  func labelDatasetItemIDs(
    _ selection: LabelDatasetSelection, page: LabelDatasetPage, account: UUID
  ) async throws -> [PageCursor]
  func labelDatasetItemCount(_ selection: LabelDatasetSelection, account: UUID) async throws -> Int
  /// Of any label, with their latest evaluations of any version, in the order of the ids; those that the account has not
  /// are left out.
  func labelDatasetItems(_ ids: [UUID], account: UUID) async throws -> [LabelDatasetItemRow]
  /// For each, in order, the item as it is then, or nil where the account (or the label, where one is named) has no such
  /// item; all in one write.
  func updateExpectations(
    _ changes: [(item: UUID, change: ExpectationChange)], label: UUID?, account: UUID
  ) async throws -> [LabelDatasetItemRow?]
  /// How many items were changed.
  func updateExpectations(
    _ selection: LabelDatasetSelection, _ change: ExpectationChange, account: UUID
  ) async throws -> Int
  /// - Parameter label: nil: of any label.
  /// - Returns: how many items there were.
  func removeLabelDatasetItems(_ ids: [UUID], label: UUID?, account: UUID) async throws -> Int
  func removeLabelDatasetItems(_ selection: LabelDatasetSelection, account: UUID) async throws -> Int

  /// Keeps evaluations, each in place of the one before it of the same item and version, or of the same item and drafts
  /// of the same evaluator. The id, the time of creation and, while result, expectation and content stay the same, the review
  /// are those of the one before.
  ///
  /// - Returns: by item, as they are kept; without those whose item is not there any more.
  func record(_ evaluations: [LabelEvaluationRecord], account: UUID) async throws -> [UUID: LabelEvaluationRecord]
  /// Latest first.
  func labelEvaluations(_ query: LabelEvaluationQuery, account: UUID) async throws -> [LabelEvaluationRecord]
  /// - Parameter feedback: nil leaves it as it is; empty drops it.
  /// - Returns: nil where the account has no such evaluation.
  func review(
    evaluation: UUID, isReviewed: Bool, feedback: String?, account: UUID
  ) async throws -> LabelEvaluationRecord?

  /// - Parameter selection: with a version.
  func tally(_ selection: LabelDatasetSelection, account: UUID) async throws -> LabelEvaluationTally
  /// The same of several versions of a label, of one moment.
  func tallies(versions: [UUID], label: UUID, account: UUID) async throws -> [UUID: LabelEvaluationTally]
  /// Of labels that the account has not, or deleted, there are none.
  func labelDatasetCounts(labels: [UUID], account: UUID) async throws -> [UUID: LabelDatasetCounts]
  /// Those that both have said something of first, then newest first.
  func differences(
    between first: UUID, and second: UUID, label: UUID, account: UUID, limit: Int
  ) async throws -> [LabelDifference]
}
