/// How far a batch job's output has come: what is known to be on the disk.
package struct BatchProgress: Sendable, Hashable {
  /// Rows that have their line.
  package var rows: Int
  /// Of those, the ones whose line is an error.
  package var failedRows: Int
  /// How long the output is with these lines.
  package var outputBytes: Int
  /// Rows that the figures have counted: as many as have their line, or more where the output is being made anew.
  package var countedRows: Int

  package init(rows: Int = 0, failedRows: Int = 0, outputBytes: Int = 0, countedRows: Int = 0) {
    self.rows = rows
    self.failedRows = failedRows
    self.outputBytes = outputBytes
    self.countedRows = countedRows
  }
}
