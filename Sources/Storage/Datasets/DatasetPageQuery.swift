package import Foundation

/// Which items are read with their contents, a page at a time.
package struct DatasetPageQuery: Sendable, Hashable {
  /// Empty: all.
  package var ids: [UUID] = []
  /// After the item at this position.
  package var after: Int64?
  package var limit: Int
  /// Bytes of the contents of a page; one larger content is a page by itself.
  package var byteLimit: Int

  package init(ids: [UUID] = [], limit: Int, byteLimit: Int) {
    self.ids = ids
    self.limit = limit
    self.byteLimit = byteLimit
  }
}
