import Foundation
import GRDB

extension DatasetItemRecord {
  /// In the order `init(row:)` reads them.
  static let columns = names.map { "dataset_items.\($0)" }.joined(separator: ", ")
  static let columnCount = names.count

  private static let names = ["id", "dataset_id", "content_id", "title", "created", "updated", "labels"]

  init(row: Row) throws {
    self.init(
      id: try row.decode(atIndex: 0),
      datasetID: try row.decode(atIndex: 1),
      contentID: try row.decode(atIndex: 2),
      title: try row.decode(atIndex: 3),
      labels: try Self.labels(json: try row.decode(atIndex: 6)),
      created: try row.time(atIndex: 4),
      updated: try row.time(atIndex: 5))
  }

  static func json(of labels: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(labels), as: UTF8.self)
  }

  private static func labels(json: String) throws -> [String] {
    try JSONDecoder().decode([String].self, from: Data(json.utf8))
  }
}
