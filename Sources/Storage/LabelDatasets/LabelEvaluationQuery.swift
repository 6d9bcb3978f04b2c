package import Foundation

/// Which of an account's evaluations are meant, those of drafts too; what is nil sets no condition.
package struct LabelEvaluationQuery: Sendable, Hashable {
  package var label: UUID?
  package var item: UUID?
  package var version: UUID?
  package var isIncorrect: Bool?
  package var hasFeedback: Bool?
  package var isStale: Bool?
  /// By the time of the evaluation.
  package var after: PageCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
