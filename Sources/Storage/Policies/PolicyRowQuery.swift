package import Foundation

package struct PolicyRowQuery: Sendable, Hashable {
  /// Empty: any.
  package var ids: [UUID] = []
  /// Empty: any.
  package var keys: [String] = []
  package var includesDeleted = false
  package var created: TimeSpan?
  package var updated: TimeSpan?

  package init() {}
}
