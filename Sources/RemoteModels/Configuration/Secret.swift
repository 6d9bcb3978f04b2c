/// A text that is sent and never shown: not in a description, not in a dump, not in a log.
struct Secret: Sendable {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The value of an `Authorization` header.
  var bearer: String { "Bearer \(text)" }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "(secret)" }
  var debugDescription: String { description }
  var customMirror: Mirror { Mirror(self, children: []) }
}
