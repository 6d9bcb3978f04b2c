import Foundation
import Testing

@testable import Storage

struct ContentStoreTests {
  /// A content is read as it was written, in the order of the ids, each once.
  @Test func keepsContents() async throws {
    try await withTwoAccounts { store, owner, _ in
      let contents = [
        Sample.content("you fool", account: owner, title: "rude", labels: ["a", "b"]),
        Sample.content("nul \u{0} inside", account: owner),
      ]
      let kept = try await store.insert(contents).map { try $0.get() }
      #expect(kept == contents)
      let ids = [contents[1].id, UUID(), contents[0].id, contents[1].id]
      #expect(try await store.contents(ids, account: owner) == contents.reversed())
      #expect(try await store.contents([], account: owner) == [])
    }
  }

  /// A hash is kept once an account: the old id stays, labels are added, a title takes the place of the one before it.
  @Test func keepsAHashOnce() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let first = Sample.content("same", account: owner, title: "old", labels: ["b"])
      let again = Sample.content("same", account: owner, labels: ["a", "b"], created: Sample.time(1))
      let retitled = Sample.content("same", account: owner, title: "new", created: Sample.time(2))
      let other = Sample.content("same", account: stranger)
      let kept = try await store.insert([first, again, retitled, other]).map { try $0.get() }
      #expect(kept.map(\.id) == [first.id, first.id, first.id, other.id])
      #expect(kept[1].labels == ["a", "b"] && kept[1].title == "old" && kept[1].updated == Sample.time(1))
      #expect(kept[2].title == "new" && kept[2].created == first.created)
      #expect(try await store.contents([first.id], account: owner) == [kept[2]])
      #expect(try await store.contents([other.id], account: stranger) == [other])
      let hashes = [first.hash, "sha256::none", first.hash]
      #expect(try await store.contentIDs(hashes: hashes, account: owner) == [first.hash: first.id])
      #expect(try await store.contentIDs(hashes: hashes, account: UUID()) == [:])
      #expect(try await store.contentIDs(hashes: [], account: owner) == [:])
    }
  }

  /// What is over a limit is refused by itself; what the account has already takes no room.
  @Test func refusesWhatIsTooMuch() async throws {
    try await withTwoAccounts { store, owner, stranger in
      var limits = ContentStoreLimits()
      limits.count = 2
      limits.bytes = 40
      limits.labels = 1
      func insert(_ contents: [ContentRecord]) async throws -> [StoreError.Code?] {
        try await store.insert(contents, limits: limits).map { result in
          if case .failure(let error) = result { error.code } else { nil }
        }
      }
      let large = Sample.content(String(repeating: "x", count: 40), account: owner)
      let codes = try await insert([
        large, Sample.content("a", account: owner, labels: ["x", "y"]),
        Sample.content("b", account: owner, labels: ["x"]), Sample.content("c", account: owner),
        Sample.content("d", account: owner), Sample.content("b", account: owner, labels: ["y"]),
        Sample.content("b", account: owner), Sample.content("e", account: stranger),
      ])
      #expect(codes == [.conflict, .conflict, nil, nil, .conflict, .conflict, nil, nil])
      let ids = try await store.contentIDs(ContentRowQuery(), account: owner)
      #expect(ids.count == 2)
      _ = try await store.deleteContents([ids[0]], account: owner, namedDatasets: 1)
      #expect(try await insert([Sample.content("d", account: owner)]) == [nil])
    }
  }

  /// Reading is bounded in bytes.
  @Test func readsNoMoreThanItMay() async throws {
    try await withTwoAccounts { store, owner, _ in
      let content = Sample.content("0123456789", account: owner)
      _ = try await store.insert([content])
      let size = content.data.count
      #expect(try await store.contents([content.id], account: owner, byteLimit: size) == [content])
      let code = try await codeThrown {
        _ = try await store.contents([content.id], account: owner, byteLimit: size - 1)
      }
      #expect(code == .conflict)
    }
  }

  /// What each query leaves, newest first. Signs that patterns use are found as they are, and so are zeros.
  @Test(
    arguments: [
      ([], [], "", "dcba"), (["x"], [], "", "ca"), (["x", "y"], [], "", "a"), (["z"], [], "", ""), ([], [2], "", "d"),
      ([], [1, 2], "", "dcba"), ([], [3], "", ""), ([], [], "FOOL", "ba"), ([], [], "%", "c"), ([], [], "_", "c"),
      ([], [], "ÄRGER", "b"), ([], [], "\u{0}", "a"), (["x"], [1], "fool", "a"), ([], [], "fool%", ""),
    ] as [([String], [Int], String, String)])
  func filters(labels: [String], modalities: [Int], text: String, expected: String) async throws {
    try await withTwoAccounts { store, owner, stranger in
      var image = Sample.content("d", account: owner, modality: 2, created: Sample.time(4))
      image.data = Data([0x1a, 4]) + Data("fool".utf8)
      let contents = [
        Sample.content("you fool\u{0}!", account: owner, labels: ["x", "y"], created: Sample.time(1)),
        Sample.content("Fools' ärger", account: owner, labels: ["y"], created: Sample.time(2)),
        Sample.content("100 % _", account: owner, labels: ["x"], created: Sample.time(3)), image,
      ]
      _ = try await store.insert(contents)
      _ = try await store.insert([Sample.content("you fool", account: stranger, labels: ["x"])])
      var query = ContentRowQuery()
      query.labels = labels
      query.modalities = modalities
      query.text = text
      let names = Dictionary(uniqueKeysWithValues: zip(contents.map(\.id), "abcd"))
      let found = try await store.contentIDs(query, account: owner)
      #expect(String(found.compactMap { names[$0] }) == expected)
    }
  }

  /// A change writes what it gives and leaves the rest; another text has another hash and is found by its own words.
  @Test func changes() async throws {
    try await withTwoAccounts { store, owner, _ in
      var content = Sample.content("old words", account: owner, title: "t", labels: ["a"])
      _ = try await store.insert([content])
      func apply(_ set: (inout ContentChange, inout ContentRecord) -> Void) async throws -> Bool {
        content.updated = content.updated.addingTimeInterval(1).roundedToMicroseconds
        var change = ContentChange(id: content.id, updated: content.updated)
        set(&change, &content)
        try await store.update([change], account: owner, limits: ContentStoreLimits())
        return try await store.contents([content.id], account: owner) == [content]
      }
      let isRetitled = try await apply {
        $0.title = .text("u")
        $1.title = "u"
      }
      let isRelabelled = try await apply {
        $0.labels = ["c", "b", "c"]
        $1.labels = ["b", "c"]
      }
      let isRewritten = try await apply {
        $0.body = .init(hash: "sha256::new", data: Sample.wire(text: "new ones"))
        $1.hash = "sha256::new"
        $1.data = Sample.wire(text: "new ones")
      }
      let isBare = try await apply {
        $0.title = .removed
        $0.labels = []
        $1.title = nil
        $1.labels = []
      }
      #expect([isRetitled, isRelabelled, isRewritten, isBare] == [true, true, true, true])
      var query = ContentRowQuery()
      query.text = "old"
      #expect(try await store.contentIDs(query, account: owner) == [])
      query.text = "NEW"
      #expect(try await store.contentIDs(query, account: owner) == [content.id])
    }
  }

  /// Changes are made all or none: not where one collides, goes over a limit, or is of a content that is not there.
  @Test func changesAllOrNone() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let contents = [Sample.content("one", account: owner), Sample.content("two", account: owner)]
      _ = try await store.insert(contents)
      var title = ContentChange(id: contents[0].id, updated: Sample.time(1))
      title.title = .text("changed")
      func code(
        _ id: UUID, account: UUID, limits: ContentStoreLimits = ContentStoreLimits(),
        _ set: (inout ContentChange) -> Void
      ) async throws -> StoreError.Code? {
        var change = ContentChange(id: id, updated: Sample.time(1))
        set(&change)
        return try await codeThrown { [change, title] in
          try await store.update([title, change], account: account, limits: limits)
        }
      }
      let collision = try await code(contents[0].id, account: owner) {
        $0.body = .init(hash: contents[1].hash, data: contents[1].data)
      }
      let missing = try await code(UUID(), account: owner) { $0.labels = [] }
      let foreign = try await code(contents[0].id, account: stranger) { $0.labels = [] }
      let labels = try await code(contents[1].id, account: owner) { $0.labels = (0...50).map(String.init) }
      var limits = ContentStoreLimits()
      limits.bytes = 30
      let bytes = try await code(contents[1].id, account: owner, limits: limits) {
        $0.body = .init(hash: "sha256::three", data: Sample.wire(text: String(repeating: "x", count: 30)))
      }
      #expect(
        [collision, missing, foreign, labels, bytes] == [.alreadyExists, .notFound, .notFound, .conflict, .conflict])
      #expect(try await store.contents(contents.map(\.id), account: owner) == contents)
      let same = try await code(contents[1].id, account: owner) {
        $0.body = .init(hash: contents[1].hash, data: contents[1].data)
      }
      #expect(same == nil)
    }
  }

  /// What a dataset has is not deleted, and its datasets are named, a few of them; the rest is. What is not there makes
  /// the whole call fail.
  @Test func deletesWhatNoDatasetHas() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let contents = ["a", "b", "c"].map { Sample.content($0, account: owner) }
      _ = try await store.insert(contents)
      let datasets = ["one", "three", "two"].map { Sample.dataset($0, account: owner) }
      for dataset in datasets {
        try await store.insert(dataset, limits: DatasetLimits())
        _ = try await store.append(
          [NewDatasetItem(contentID: contents[1].id, labels: [])], to: dataset.id, account: owner, at: Sample.time(),
          limits: DatasetLimits())
      }
      let missing = try await codeThrown {
        _ = try await store.deleteContents([contents[0].id, UUID()], account: owner, namedDatasets: 2)
      }
      let foreign = try await codeThrown {
        _ = try await store.deleteContents([contents[0].id], account: stranger, namedDatasets: 2)
      }
      #expect(missing == .notFound && foreign == .notFound)
      #expect(try await store.contentIDs(ContentRowQuery(), account: owner).count == 3)
      let ids = [contents[0].id, contents[1].id, contents[0].id]
      let deletion = try await store.deleteContents(ids, account: owner, namedDatasets: 2)
      var expected = ContentDeletion()
      expected.deleted = [contents[0].id]
      expected.conflicts = [
        .init(
          content: contents[1].id,
          datasets: datasets.prefix(2).map { ContentDeletion.DatasetName(id: $0.id, name: $0.name) })
      ]
      #expect(deletion == expected)
      #expect(try await store.contents(contents.map(\.id), account: owner) == Array(contents.dropFirst()))
    }
  }

  /// The labels in use are an account's own, by name, so many at most; those of what was deleted are none.
  @Test func listsLabels() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let contents = [
        Sample.content("a", account: owner, labels: ["c", "a"]),
        Sample.content("b", account: owner, labels: ["a", "b"]),
        Sample.content("c", account: owner, labels: ["d"]),
      ]
      _ = try await store.insert(contents)
      _ = try await store.insert([Sample.content("a", account: stranger, labels: ["e"])])
      _ = try await store.deleteContents([contents[2].id], account: owner, namedDatasets: 1)
      #expect(try await store.contentLabels(account: owner, limit: 10) == ["a", "b", "c"])
      #expect(try await store.contentLabels(account: owner, limit: 2) == ["a", "b"])
      #expect(try await store.contentLabels(account: UUID(), limit: 2) == [])
    }
  }

  /// Another account reads none of them.
  @Test func isolates() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let content = Sample.content("a", account: owner, labels: ["x"])
      _ = try await store.insert([content])
      #expect(try await store.contents([content.id], account: stranger) == [])
      #expect(try await store.contentIDs(ContentRowQuery(), account: stranger) == [])
    }
  }
}
