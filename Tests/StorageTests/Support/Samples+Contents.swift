import Foundation

@testable import Storage

extension Sample {
  /// A text as it comes over the wire: its field 2, after a hash as field 1.
  static func wire(text: String) -> Data {
    let bytes = Data(text.utf8)
    var length: [UInt8] = []
    var rest = bytes.count
    repeat {
      length.append(UInt8(rest & 127) | (rest > 127 ? 128 : 0))
      rest >>= 7
    } while rest > 0
    return Data([0x0a, 2, 0x61, 0x62, 0x12] + length) + bytes
  }

  static func content(
    _ text: String, account: UUID, title: String? = nil, labels: [String] = [], modality: Int = 1,
    created: Date = time()
  ) -> ContentRecord {
    ContentRecord(
      id: UUID(), accountID: account, hash: "sha256::\(text.replacing("\u{0}", with: ""))", modality: modality,
      title: title,
      data: wire(text: text), labels: labels, created: created, updated: created)
  }

  static func dataset(_ name: String = "rude ones", account: UUID, created: Date = time()) -> DatasetRecord {
    DatasetRecord(
      id: UUID(), accountID: account, name: name, notes: "what it is for", created: created, updated: created)
  }
}

extension SQLiteStore {
  /// The items that a query finds, as they are kept.
  func datasetItems(_ query: ContentRowQuery, dataset: UUID, account: UUID) async throws -> [DatasetItemRecord] {
    let ids = try await datasetItemIDs(query, dataset: dataset, account: account)
    if ids.isEmpty { return [] }
    let page = DatasetPageQuery(ids: ids.map(\.item), limit: ids.count, byteLimit: .max)
    return try await datasetContents(page, dataset: dataset, account: account).map(\.item)
  }
}

/// A store with two accounts.
func withTwoAccounts(_ body: (SQLiteStore, _ owner: UUID, _ stranger: UUID) async throws -> Void) async throws {
  try await withStore { store in
    let accounts = [Sample.account("owner"), Sample.account("stranger")]
    for account in accounts { try await store.insert(account) }
    try await body(store, accounts[0].id, accounts[1].id)
  }
}
