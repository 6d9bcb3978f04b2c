package import Foundation

/// What batch jobs take at most, and how long things last.
package enum BatchLimits {
  /// Bytes of an input file.
  package static let inputBytes = 256 << 20
  /// UTF-8 bytes of a name.
  package static let nameBytes = 256
  /// Batch jobs of an account that have not ended.
  package static let openBatches = 100
  /// Batch jobs that one call answers, and ids that it may name.
  package static let listedBatches = 1_000
  /// Batch jobs in work at once.
  package static let runningBatches = 2
  /// Uploads at once, of an account and of all; a batch job has one.
  package static let uploadsOfAccount = 4
  package static let uploads = 16

  /// How long a file may be uploaded to a batch job's address.
  package static let uploadLifetime: TimeInterval = 4 * 3_600
  /// How much longer an upload may take that began in time.
  package static let uploadGrace: TimeInterval = 3_600
  /// How long an address of an output holds; each call gives a fresh one.
  package static let outputLifetime: TimeInterval = 3_600
  /// How long a batch job and its files are kept once it has ended.
  package static let retention: TimeInterval = 7 * 86_400
  package static let retentionInterval: Duration = .seconds(3_600)

  /// Rows that are evaluated and written together: few, so that a batch job is one caller among others, and what it
  /// holds is little.
  static let sliceRows = 16
  /// Of those, images: each may be of 20 MiB.
  static let sliceImages = 8
  /// Bytes of a slice's texts, from which on it has no further row.
  static let sliceBytes = 4 << 20
  /// Rows after which what was written is put on the disk, and how long it waits at most.
  static let windowRows = 256
  static let windowTime: Duration = .seconds(1)
  /// Bytes of a file that are read or written at once.
  static let blockBytes = 256 << 10
}
