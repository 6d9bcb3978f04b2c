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
