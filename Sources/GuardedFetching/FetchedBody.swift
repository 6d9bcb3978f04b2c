package import Foundation

/// What a GET brought.
package struct FetchedBody: Sendable, Hashable {
  package var bytes: Data
  /// What the server says it is, `type/subtype` in lower case: a hint, for servers err and lie. Nil where it says nothing
  /// that can be read.
  package var mediaType: String?
}
