/// What a label says of a content, or ought to say; the numbers are the wire's.
package enum EvaluationResult: Int, Sendable, Hashable, CaseIterable {
  case flagged = 1
  case notFlagged = 2
}
