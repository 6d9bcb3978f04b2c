/// A batch job's input file.
package struct BatchInput: Sendable, Hashable {
  /// Its name in the batch job's folder.
  package var file: String
  package var rows: Int
  package var bytes: Int

  package init(file: String, rows: Int, bytes: Int) {
    self.file = file
    self.rows = rows
    self.bytes = bytes
  }
}
