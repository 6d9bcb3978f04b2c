package import Foundation

/// What is expected of an item from now on.
package struct ExpectationChange: Sendable, Hashable {
  package var expected: EvaluationResult?
  /// Nil leaves them as they are.
  package var notes: String?
  package var updated: Date

  package init(expected: EvaluationResult?, notes: String?, updated: Date) {
    self.expected = expected
    self.notes = notes
    self.updated = updated
  }
}
