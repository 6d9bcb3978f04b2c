/// Why a list cannot be used.
package struct KnownImageListError: Error, Sendable, Hashable {
  package enum Code: Sendable, Hashable {
    /// The file is not there, is no file, or cannot be read.
    case unreadable
    /// What is kept of it cannot be written.
    case unwritable
    /// A line is no entry.
    case malformed
    /// The file, a line or the number of entries is over a limit.
    case tooLarge
  }

  package var code: Code
  /// Lower case, no final period; nothing of what the file says.
  package var message: String
  /// From 1; nil where no line is at fault.
  package var line: Int?

  package init(_ code: Code, _ message: String, line: Int? = nil) {
    self.code = code
    self.message = line.map { "line \($0): \(message)" } ?? message
    self.line = line
  }
}
