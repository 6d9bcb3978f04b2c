/// Why a file is not one of rows.
package struct BatchFileError: Error, Sendable, Hashable {
  /// The line where the row begins that is wrong, from 1.
  package var line: Int
  /// Lower case, no final period, and no word of the file.
  package var message: String

  package init(line: Int, _ message: String) {
    self.line = line
    self.message = message
  }

  package var description: String { "line \(line): \(message)" }
}
