/// What can happen to a batch job.
package enum BatchEvent: Sendable, Hashable {
  /// A whole and flawless input file is on the disk.
  case uploaded(BatchInput)
  /// The file that came is not one of rows.
  case inputRefused(BatchFailure)
  /// No file came in time.
  case expired(BatchFailure)
  /// Its turn has come.
  case began
  /// The input file is as it came, and the policy is ready.
  case checked
  case submitted
  /// More of the output is on the disk.
  case wrote(BatchProgress)
  /// Every row has its line.
  case evaluated
  /// The whole output is on the disk, and so is its name.
  case secured
  case completed
  case failed(BatchFailure)
  case cancelled
}

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

/// Why a batch job ended in error.
package struct BatchFailure: Error, Sendable, Hashable {
  /// The wire's number for it: see `BatchJobErrorCode`.
  package var code: Int
  /// For the caller: lower case, no final period, no content.
  package var message: String

  package init(code: Int, message: String) {
    self.code = code
    self.message = message
  }
}
