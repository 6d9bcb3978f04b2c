import Foundation
import Testing

@testable import Storage

struct DatasetItemTests {
  private struct Rows {
    var account: UUID
    var dataset: UUID
    /// `a`, `b`, `c` and so on.
    var contents: [ContentRecord]
  }

  /// A dataset without items, and contents of six bytes and a letter to make some of.
  private func withRows(_ body: (SQLiteStore, Rows) async throws -> Void) async throws {
    try await withTwoAccounts { store, owner, _ in
      let dataset = Sample.dataset(account: owner)
      try await store.insert(dataset, limits: DatasetLimits())
      let contents = "abcd".map { Sample.content(String($0), account: owner, title: "t", labels: ["own"]) }
      _ = try await store.insert(contents)
      try await body(store, Rows(account: owner, dataset: dataset.id, contents: contents))
    }
  }

  private func append(
    _ items: [(place: Int, labels: [String]?)], to store: SQLiteStore, _ rows: Rows, at seconds: Double = 0,
    limits: DatasetLimits = DatasetLimits()
  ) async throws -> [DatasetItemRecord] {
    try await store.append(
      items.map { NewDatasetItem(contentID: rows.contents[$0.place].id, labels: $0.labels) }, to: rows.dataset,
      account: rows.account, at: Sample.time(seconds), limits: limits)
  }

  /// Items have the labels that they were given, or the content's; a content that is there gets those it has not.
  @Test func appends() async throws {
    try await withRows { store, rows in
      let items = try await append([(1, ["y", "x", "x"]), (0, nil), (2, [])], to: store, rows)
      #expect(items.map(\.labels) == [["x", "y"], ["own"], []])
      let again = try await append([(1, ["z"]), (0, ["own"])], to: store, rows, at: 1)
      #expect(again.map(\.id) == items.prefix(2).map(\.id))
      #expect(again.map(\.labels) == [["x", "y", "z"], ["own"]])
      #expect(again.map(\.updated) == [Sample.time(1), Sample.time()])
      let all = try await store.datasetItems(ContentRowQuery(), dataset: rows.dataset, account: rows.account)
      #expect(all == [again[0], again[1], items[2]])
      #expect(try await store.dataset(rows.dataset, account: rows.account)?.updated == Sample.time(1))
    }
  }

  /// Items are appended all or none, and no dataset has more than it may.
  @Test func appendsAllOrNone() async throws {
    try await withRows { store, rows in
      var limits = DatasetLimits()
      limits.items = 2
      limits.labels = 2
      func code(_ items: [(place: Int, labels: [String]?)]) async throws -> StoreError.Code? {
        try await codeThrown { [limits] in _ = try await append(items, to: store, rows, limits: limits) }
      }
      let codes = [
        try await code([(0, []), (1, []), (2, [])]), try await code([(0, ["x", "y", "z"])]),
        try await code([(0, ["x"]), (1, [])]), try await code([(0, ["y"]), (1, [])]), try await code([(0, ["z"])]),
        try await code([(2, [])]),
      ]
      #expect(codes == [.conflict, .conflict, nil, nil, .conflict, .conflict])
      let missing = try await codeThrown {
        _ = try await store.append(
          [NewDatasetItem(contentID: UUID(), labels: nil)], to: rows.dataset, account: rows.account,
          at: Sample.time(), limits: .init())
      }
      #expect(missing == .notFound)
      let labels = try await store.datasetItems(ContentRowQuery(), dataset: rows.dataset, account: rows.account)
        .map(\.labels)
      #expect(labels == [["x", "y"], []])
    }
  }

  /// What each query leaves, in the order in which they came: labels are the items' own.
  @Test(
    arguments: [
      ([], [], "", "badc"), (["x"], [], "", "ba"), (["x", "y"], [], "", "a"), (["own"], [], "", "d"), ([], [2], "", ""),
      ([], [1], "", "badc"), ([], [], "A", "a"), (["x"], [1], "b", "b"), ([], [], "%", ""),
    ] as [([String], [Int], String, String)])
  func filters(labels: [String], modalities: [Int], text: String, expected: String) async throws {
    try await withRows { store, rows in
      let items = try await append([(1, ["x"]), (0, ["x", "y"]), (3, nil), (2, [])], to: store, rows)
      var query = ContentRowQuery()
      query.labels = labels
      query.modalities = modalities
      query.text = text
      let names = Dictionary(uniqueKeysWithValues: zip(items.map(\.id), "badc"))
      let found = try await store.datasetItemIDs(query, dataset: rows.dataset, account: rows.account)
      #expect(String(found.compactMap { names[$0.item] }) == expected)
      let contents = Dictionary(uniqueKeysWithValues: zip(rows.contents.map(\.id), "abcd"))
      #expect(String(found.compactMap { contents[$0.content] }) == expected)
    }
  }

  /// Pages hold as many contents, and as many bytes, as asked for, but never none; together they are all there are.
  @Test(arguments: [(10, 1_000, [4]), (3, 1_000, [3, 1]), (10, 1, [1, 1, 1, 1]), (10, 15, [2, 2])])
  func readsInPages(limit: Int, bytes: Int, expected: [Int]) async throws {
    try await withRows { store, rows in
      let items = try await append([(2, nil), (0, nil), (3, nil), (1, nil)], to: store, rows)
      #expect(rows.contents.allSatisfy { $0.data.count == 7 })
      var page = DatasetPageQuery(limit: limit, byteLimit: bytes)
      var pages: [[DatasetItemContent]] = []
      while true {
        let next = try await store.datasetContents(page, dataset: rows.dataset, account: rows.account)
        guard let last = next.last else { break }
        pages.append(next)
        page.after = last.position
      }
      #expect(pages.map(\.count) == expected)
      #expect(pages.flatMap { $0 }.map(\.item) == items)
      #expect(pages.flatMap { $0 }.map(\.content) == [2, 0, 3, 1].map { rows.contents[$0] })
    }
  }

  /// Named items alone are read; ids that the dataset has not are left out.
  @Test func readsNamedItems() async throws {
    try await withRows { store, rows in
      let items = try await append([(0, nil), (1, nil), (2, nil)], to: store, rows)
      let page = DatasetPageQuery(ids: [items[2].id, UUID(), items[0].id], limit: 10, byteLimit: 1_000)
      let read = try await store.datasetContents(page, dataset: rows.dataset, account: rows.account)
      #expect(read.map(\.item) == [items[0], items[2]])
      let ids = try await store.datasetItemIDs(page.ids, dataset: rows.dataset, account: rows.account)
      #expect(ids == [items[0].id, items[2].id])
      #expect(try await store.datasetItemIDs([], dataset: rows.dataset, account: rows.account) == [])
    }
  }

  /// Items are changed all or none, and answered as they are kept.
  @Test func changes() async throws {
    try await withRows { store, rows in
      let items = try await append([(0, ["x"]), (1, ["y"])], to: store, rows)
      func update(_ change: DatasetItemChange, _ ids: [UUID]? = nil) async throws -> [DatasetItemRecord] {
        try await store.update(
          items: ids ?? items.map(\.id).reversed(), change, dataset: rows.dataset, account: rows.account,
          at: Sample.time(1), limits: .init())
      }
      let modified = try await update(.labelsChanged(adding: ["z", "y"], removing: ["x", "w"]))
      #expect(
        modified.map(\.labels) == [["y", "z"], ["y", "z"]] && modified.map(\.id) == [items[1].id, items[0].id])
      let set = try await update(.labels(["b", "a", "b"]))
      #expect(set.map(\.labels) == [["a", "b"], ["a", "b"]])
      let titled = try await update(.title("new"), [items[0].id])
      #expect(titled.map(\.title) == ["new"] && titled[0].updated == Sample.time(1))
      let codes = [
        try await codeThrown { _ = try await update(.title("lost"), [items[1].id, UUID()]) },
        try await codeThrown { _ = try await update(.labels((0...50).map(String.init))) },
      ]
      #expect(codes == [.notFound, .conflict])
      let untitled = try await update(.title(nil), [items[0].id])
      let kept = try await store.datasetItems(ContentRowQuery(), dataset: rows.dataset, account: rows.account)
      #expect(kept == [untitled[0], set[0]])
    }
  }

  /// Items are removed all or none; their contents stay. A content that comes again is a new item at the end.
  @Test func removes() async throws {
    try await withRows { store, rows in
      let items = try await append([(0, nil), (1, nil), (2, nil)], to: store, rows)
      let missing = try await codeThrown {
        try await store.removeItems(
          [items[0].id, UUID()], dataset: rows.dataset, account: rows.account, at: Sample.time(1))
      }
      #expect(missing == .notFound)
      try await store.removeItems(
        [items[0].id, items[0].id], dataset: rows.dataset, account: rows.account, at: Sample.time(2))
      #expect(try await store.dataset(rows.dataset, account: rows.account)?.updated == Sample.time(2))
      let again = try await append([(0, nil)], to: store, rows)
      let kept = try await store.datasetItems(ContentRowQuery(), dataset: rows.dataset, account: rows.account)
      #expect(kept == [items[1], items[2], again[0]] && again[0].id != items[0].id)
    }
  }

  /// The labels in use are the items', by name, so many at most.
  @Test func listsLabels() async throws {
    try await withRows { store, rows in
      _ = try await append([(0, ["c", "a"]), (1, ["a", "b"]), (2, [])], to: store, rows)
      #expect(try await store.datasetLabels(rows.dataset, account: rows.account, limit: 10) == ["a", "b", "c"])
      #expect(try await store.datasetLabels(rows.dataset, account: rows.account, limit: 2) == ["a", "b"])
    }
  }
}
