package import Foundation

package struct JobRowQuery: Sendable, Hashable {
  package var created: TimeSpan?
  package var updated: TimeSpan?
  package var completed: TimeSpan?
  package var state: JobState?
  package var policyID: UUID?
  package var after: PageCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
