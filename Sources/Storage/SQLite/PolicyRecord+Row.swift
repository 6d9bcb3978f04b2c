import Foundation
import GRDB

extension PolicyRecord {
  /// In the order `init(row:)` reads them.
  static let columns =
    "id, account_id, key, active_version_id, created, updated, is_disabled, is_deleted, dataset_id"

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      accountID: try row.decode(atIndex: 1),
      key: try row.decode(atIndex: 2),
      activeVersionID: try row.decode(atIndex: 3),
      created: try row.time(atIndex: 4),
      updated: try row.time(atIndex: 5),
      isDisabled: try row.decode(atIndex: 6),
      isDeleted: try row.decode(atIndex: 7),
      datasetID: try row.decode(atIndex: 8))
  }
}
