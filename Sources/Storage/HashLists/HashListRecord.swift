package import Foundation

/// What is kept of an account's list of known images beside the file with its digests.
package struct HashListRecord: Sendable, Hashable {
  /// How many entries its file had, by what became of them.
  package struct Counts: Sendable, Hashable {
    package var md5: Int
    package var sha1: Int
    package var sha256: Int
    package var pdq: Int
    package var repeated: Int
    package var lowQuality: Int
    package var otherKinds: Int

    package init(
      md5: Int, sha1: Int, sha256: Int, pdq: Int, repeated: Int, lowQuality: Int, otherKinds: Int
    ) {
      self.md5 = md5
      self.sha1 = sha1
      self.sha256 = sha256
      self.pdq = pdq
      self.repeated = repeated
      self.lowQuality = lowQuality
      self.otherKinds = otherKinds
    }
  }

  /// Another one each time that a list of the name is loaded; names the file too.
  package var id: UUID
  package var accountID: UUID
  /// An account has one list of a name.
  package var name: String
  package var created: Date
  /// The key that loaded it.
  package var keyID: UUID
  /// The SHA-256 of the file that was loaded: 32 bytes.
  package var fileHash: Data
  /// Bits in which perceptual hashes may differ.
  package var distance: Int
  package var counts: Counts
  /// Bytes of memory that it takes.
  package var memoryBytes: Int

  package init(
    id: UUID, accountID: UUID, name: String, created: Date, keyID: UUID, fileHash: Data, distance: Int, counts: Counts,
    memoryBytes: Int
  ) {
    self.id = id
    self.accountID = accountID
    self.name = name
    self.created = created
    self.keyID = keyID
    self.fileHash = fileHash
    self.distance = distance
    self.counts = counts
    self.memoryBytes = memoryBytes
  }
}
