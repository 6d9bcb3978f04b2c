internal import ContentIntake
internal import Storage

/// What accounts' lists of known images may take.
package enum HashListLimits {
  /// ASCII characters of a name.
  package static let nameBytes = 128
  /// Lists of an account.
  package static let lists = 100
  /// Bytes of memory that an account's lists take: one of 5,000,000 perceptual hashes takes 484,194,312.
  package static let accountBytes = 512 << 20
  /// Bytes of memory that the lists of all accounts take, where the settings do not say otherwise.
  package static let totalBytes = 2 << 30
  /// Loads at once, of an account and of all.
  package static let loadsOfAccount = 2
  package static let loads = 8
  /// How long a file may take to come.
  package static let loadTime: Duration = .seconds(3_600)
  /// Bytes of a file.
  package static var fileBytes: Int { KnownImageListLimits().bytes }
  /// Bytes of a piece of a file over gRPC.
  package static let chunkBytes = 4 << 20
  /// Bytes that are read of a file at once.
  static let blockBytes = 1 << 20

  /// What there may be, the list in question included.
  static func usage(totalBytes: Int) -> HashListUsage {
    HashListUsage(lists: lists, accountBytes: accountBytes, totalBytes: totalBytes)
  }
}
