/// What a key may do, weakest last.
package enum KeyRole: String, Sendable, Hashable, CaseIterable {
  /// Everything, keys included.
  case admin
  /// Policies and evaluation.
  case writer
  /// Evaluation and its jobs.
  case evaluator
}
