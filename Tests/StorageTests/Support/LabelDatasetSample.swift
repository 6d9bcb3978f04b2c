import Foundation
import Testing

@testable import Storage

/// A label with two versions, of an account beside another.
struct LabelDatasetSample {
  let store: SQLiteStore
  let owner: UUID
  let stranger: UUID
  let label: UUID
  let versions: [UUID]

  static func with(_ body: (LabelDatasetSample) async throws -> Void) async throws {
    try await withTwoAccounts { store, owner, stranger in
      try await body(try await LabelDatasetSample(store: store, owner: owner, stranger: stranger))
    }
  }

  private init(store: SQLiteStore, owner: UUID, stranger: UUID) async throws {
    self.store = store
    self.owner = owner
    self.stranger = stranger
    (label, versions) = try await Self.label(in: store, account: owner)
  }

  /// Another label with two versions.
  static func label(
    _ name: String = "rude", in store: SQLiteStore, account: UUID
  ) async throws -> (label: UUID, versions: [UUID]) {
    let label = LabelRecord(
      id: UUID(), accountID: account, name: name, description: nil, isDisabled: false, created: Sample.time(),
      updated: Sample.time())
    let versions = (1...2).map { number in
      LabelVersionRecord(
        id: UUID(), labelID: label.id, number: number, text: "LABEL \"rude\" { \"you fool\" }",
        digest: Data(repeating: UInt8(number), count: 32), description: nil, parentID: nil, creatorID: UUID(),
        options: nil, globalContext: nil, signalCount: 1, signalTokens: 2, complexityScore: 1, created: Sample.time())
    }
    try await store.insert(label, version: versions[0])
    _ = try await store.insert(versions[1], account: account, evenIfEqual: false)
    return (label.id, versions.map(\.id))
  }

  var everything: LabelDatasetSelection { LabelDatasetSelection(label: label) }

  /// Keeps a content and answers its id.
  func content(_ text: String, account: UUID? = nil) async throws -> UUID {
    let kept = try await store.insert([Sample.content(text, account: account ?? owner)])
    return try #require(kept.first).get().id
  }

  func record(
    _ content: UUID, expected: EvaluationResult? = nil, created: Date = Sample.time()
  ) -> LabelDatasetItemRecord {
    LabelDatasetItemRecord(
      id: UUID(), labelID: label, contentID: content, expected: expected, title: "a title", notes: "a note",
      created: created, updated: created)
  }

  /// Adds an item for each text.
  func items(
    _ texts: [String], expected: EvaluationResult? = nil, created: Date = Sample.time()
  ) async throws -> [LabelDatasetItemRecord] {
    var records: [LabelDatasetItemRecord] = []
    for text in texts { records.append(record(try await content(text), expected: expected, created: created)) }
    return try await store.append(records, label: label, account: owner, limit: 10_000).map {
      guard case .added(let item) = $0 else { throw StoreError(.conflict, "it was not added: \($0)") }
      return item
    }
  }

  /// Says again what is expected of an item.
  func expect(_ expected: EvaluationResult?, of item: UUID, at seconds: Double = 1) async throws {
    let change = ExpectationChange(expected: expected, notes: nil, updated: Sample.time(seconds))
    _ = try await store.updateExpectations([(item, change)], label: nil, account: owner)
  }

  /// What a version says of an item as it is.
  func evaluation(
    of item: LabelDatasetItemRecord, by version: Int = 0, _ actual: EvaluationResult, score: Double = 0.5,
    at seconds: Double = 10, hash: String? = nil
  ) async throws -> LabelEvaluationRecord {
    let content = try #require(try await store.contents([item.contentID], account: owner).first)
    let row = try #require(try await store.labelDatasetItems([item.id], account: owner).first)
    return LabelEvaluationRecord(
      id: UUID(), itemID: item.id, subject: .version(versions[version]), actual: actual, score: score,
      expected: row.item.expected, contentHash: hash ?? content.hash, evaluatorID: UUID(),
      evaluated: Sample.time(seconds), created: Sample.time(seconds))
  }

  @discardableResult
  func evaluate(
    _ item: LabelDatasetItemRecord, by version: Int = 0, _ actual: EvaluationResult, score: Double = 0.5,
    at seconds: Double = 10, hash: String? = nil
  ) async throws -> LabelEvaluationRecord {
    let evaluation = try await evaluation(
      of: item, by: version, actual, score: score, at: seconds, hash: hash)
    return try #require(try await store.record([evaluation], account: owner)[item.id])
  }
}
