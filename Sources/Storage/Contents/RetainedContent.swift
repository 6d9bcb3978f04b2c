package import Foundation

/// A content of a job, kept for a while where retention is on.
package struct RetainedContent: Sendable, Hashable {
  /// `algorithm::hex`, as reports give it.
  package var hash: String
  /// The wire's ContentData, serialized.
  package var data: Data

  package init(hash: String, data: Data) {
    self.hash = hash
    self.data = data
  }
}

/// What is kept of an account's jobs at most; what is oldest makes room.
package struct RetainedContentLimits: Sendable, Hashable {
  package var count = 100_000
  package var bytes = 1 << 30

  package init() {}
}
