import Foundation
import GRDB

extension HashListRecord {
  /// In the order `init(row:)` reads them.
  static let columns = """
    id, account_id, name, created, key_id, file_hash, distance, md5, sha1, sha256, pdq, repeated, low_quality, \
    other_kinds, memory_bytes
    """

  var values: StatementArguments {
    [
      id, accountID, name, created.microsecondsSince1970, keyID, fileHash, distance, counts.md5, counts.sha1,
      counts.sha256, counts.pdq, counts.repeated, counts.lowQuality, counts.otherKinds, memoryBytes,
    ]
  }

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      name: try row.decode(atIndex: 2),
      created: try row.time(atIndex: 3),
      keyID: try row.decode(atIndex: 4),
      fileHash: try row.decode(atIndex: 5),
      distance: try row.decode(atIndex: 6),
      counts: Counts(
        md5: try row.decode(atIndex: 7),
        sha1: try row.decode(atIndex: 8),
        sha256: try row.decode(atIndex: 9),
        pdq: try row.decode(atIndex: 10),
        repeated: try row.decode(atIndex: 11),
        lowQuality: try row.decode(atIndex: 12),
        otherKinds: try row.decode(atIndex: 13)),
      memoryBytes: try row.decode(atIndex: 14))
  }
}
