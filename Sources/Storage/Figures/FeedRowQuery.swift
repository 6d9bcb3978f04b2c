package import Foundation

package struct FeedRowQuery: Sendable, Hashable {
  package var created: TimeSpan?
  package var policyID: UUID?
  package var labelID: UUID?
  package var labelVersionID: UUID?
  package var isOldestFirst = false
  package var after: PageCursor?
  package var limit: Int

  package init(limit: Int) {
    self.limit = limit
  }
}
