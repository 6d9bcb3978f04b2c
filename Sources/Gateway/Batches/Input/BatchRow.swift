/// A row of a batch job's input file.
package struct BatchRow: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case text(String)
    case imageURL(String)
    /// Longer than is taken in; it was not kept.
    case tooLong
  }

  /// What the caller knows it by.
  package var refID: String
  package var content: Content

  package init(refID: String, content: Content) {
    self.refID = refID
    self.content = content
  }
}
