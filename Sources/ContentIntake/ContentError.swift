/// Why an item is not taken in.
package struct ContentError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    case missing
    case unsupported
    case tooLarge
    /// The image is on a list of known ones.
    case knownImage
    case unsupportedImageFormat
    /// The image is broken or over a limit, or its URL leads to none.
    case invalidImage
    /// More images are waiting than are taken on.
    case overloaded
  }

  package var code: Code
  /// About this item, without a word of it: lower case, no final period.
  package var message: String
  /// The item's place among those that came with it, from 0.
  package var item = 0
  /// The content's hash, where there is a content.
  package var hash: String?

  package init(_ code: Code, _ message: String, hash: String? = nil) {
    self.code = code
    self.message = message
    self.hash = hash
  }
}

/// Why items that came together are not taken in; in their order, and never none.
package struct ContentErrors: Error, Sendable {
  package var errors: [ContentError]
}
