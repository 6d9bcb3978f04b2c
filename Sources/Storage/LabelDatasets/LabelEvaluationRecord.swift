package import Foundation

/// What one version, or draft, of a label said of an item. It is judged by what was expected when it was made.
package struct LabelEvaluationRecord: Sendable, Hashable {
  /// Whose word it is.
  package enum Subject: Sendable, Hashable {
    case version(UUID)
    /// Named by an id that follows from its text.
    case draft(UUID)
  }

  package var id: UUID
  package var itemID: UUID
  package var subject: Subject
  package var actual: EvaluationResult
  package var score: Double
  /// What was expected then.
  package var expected: EvaluationResult?
  /// Of the content as it was then: `algorithm::hex`.
  package var contentHash: String
  /// Who asked for it: a person, or a key that is nobody's.
  package var evaluatorID: UUID
  package var evaluated: Date
  /// When the item was first evaluated by this version, or by a draft of whoever asked for it.
  package var created: Date
  package var isReviewed = false
  package var feedback: String?
  /// Whether the item's content, or what is expected for it, is another now. Only read, never written.
  package var isStale = false

  package init(
    id: UUID, itemID: UUID, subject: Subject, actual: EvaluationResult, score: Double, expected: EvaluationResult?,
    contentHash: String, evaluatorID: UUID, evaluated: Date, created: Date
  ) {
    self.id = id
    self.itemID = itemID
    self.subject = subject
    self.actual = actual
    self.score = score
    self.expected = expected
    self.contentHash = contentHash
    self.evaluatorID = evaluatorID
    self.evaluated = evaluated
    self.created = created
  }

  /// Nil where nothing was expected.
  package var isCorrect: Bool? { expected.map { $0 == actual } }
}
