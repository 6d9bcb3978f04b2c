package import Foundation

/// A page of the items that a selection names.
package struct LabelDatasetPage: Sendable, Hashable {
  package enum Order: Sendable, Hashable {
    case created
    /// Of the evaluation; items that have none are the last either way.
    case score
  }

  /// Where a page ended.
  package enum Cursor: Sendable, Hashable {
    case created(Date, UUID)
    /// The score is nil of an item without an evaluation.
    case score(Double?, UUID)
  }

  package var order = Order.created
  package var isAscending = false
  /// Of the same order.
  package var after: Cursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
