import Foundation
import Testing

@testable import Storage

struct DatasetStoreTests {
  /// A dataset is read as it was written, listed newest first, and changed in what is given.
  @Test func keepsDatasets() async throws {
    try await withTwoAccounts { store, owner, _ in
      var first = Sample.dataset("first", account: owner)
      let second = Sample.dataset("second", account: owner, created: Sample.time(1))
      for dataset in [first, second] { try await store.insert(dataset, limits: DatasetLimits()) }
      #expect(try await store.datasets(account: owner) == [second, first])
      var change = DatasetChange(updated: Sample.time(2))
      change.notes = "others"
      first.notes = "others"
      first.updated = Sample.time(2)
      #expect(try await store.update(dataset: first.id, change, account: owner) == first)
      change = DatasetChange(updated: Sample.time(3))
      change.name = "renamed"
      first.name = "renamed"
      first.updated = Sample.time(3)
      #expect(try await store.update(dataset: first.id, change, account: owner) == first)
      #expect(try await store.dataset(first.id, account: owner) == first)
    }
  }

  /// A name is taken once in an account, and no account has more than it may.
  @Test func refuses() async throws {
    try await withTwoAccounts { store, owner, stranger in
      var limits = DatasetLimits()
      limits.datasets = 2
      let first = Sample.dataset("first", account: owner)
      try await store.insert(first, limits: limits)
      func code(_ dataset: DatasetRecord) async throws -> StoreError.Code? {
        try await codeThrown { [limits] in try await store.insert(dataset, limits: limits) }
      }
      let second = Sample.dataset("second", account: owner)
      let codes = [
        try await code(Sample.dataset("first", account: owner)), try await code(second),
        try await code(Sample.dataset("third", account: owner)),
        try await code(Sample.dataset("first", account: stranger)),
      ]
      #expect(codes == [.alreadyExists, nil, .conflict, nil])
      var change = DatasetChange(updated: Sample.time(1))
      change.name = "first"
      let taken = try await codeThrown { [change] in
        _ = try await store.update(dataset: second.id, change, account: owner)
      }
      #expect(taken == .alreadyExists)
    }
  }

  /// With a dataset go its items, not their contents, and policies do not refer to it any more.
  @Test func deletesADataset() async throws {
    try await withTwoAccounts { store, owner, _ in
      let content = Sample.content("a", account: owner)
      let dataset = Sample.dataset(account: owner)
      _ = try await store.insert([content])
      try await store.insert(dataset, limits: DatasetLimits())
      _ = try await store.append(
        [NewDatasetItem(contentID: content.id, labels: [])], to: dataset.id, account: owner, at: Sample.time(),
        limits: DatasetLimits())
      var policies = ["tried", "other"].map { Sample.policy(account: owner, key: $0) }
      policies[0].datasetID = dataset.id.uuidString.lowercased()
      policies[1].datasetID = UUID().uuidString.lowercased()
      for policy in policies { try await store.insert(policy, version: Sample.version(policy: policy.id)) }
      let deletions = [
        try await store.deleteDataset(dataset.id, account: owner),
        try await store.deleteDataset(dataset.id, account: owner),
      ]
      #expect(deletions == [true, false])
      #expect(try await store.policy(policies[0].id, account: owner)?.datasetID == nil)
      #expect(try await store.policy(policies[1].id, account: owner)?.datasetID == policies[1].datasetID)
      let deletion = try await store.deleteContents([content.id], account: owner, namedDatasets: 1)
      #expect(deletion.deleted == [content.id])
    }
  }

  /// Another account that knows all ids reads, changes and deletes nothing, and puts nothing of others into its own.
  @Test func isolates() async throws {
    try await withTwoAccounts { store, owner, stranger in
      let content = Sample.content("a", account: owner)
      let (dataset, own) = (Sample.dataset(account: owner), Sample.dataset(account: stranger))
      _ = try await store.insert([content])
      for each in [dataset, own] { try await store.insert(each, limits: DatasetLimits()) }
      let new = [NewDatasetItem(contentID: content.id, labels: nil)]
      let item = try #require(
        try await store.append(new, to: dataset.id, account: owner, at: Sample.time(), limits: .init()).first)
      let page = DatasetPageQuery(limit: 10, byteLimit: 1_000)
      let codes = [
        try await codeThrown {
          _ = try await store.update(
            dataset: dataset.id, DatasetChange(updated: Sample.time(1)), account: stranger)
        },
        try await codeThrown {
          _ = try await store.append(new, to: dataset.id, account: stranger, at: Sample.time(), limits: .init())
        },
        try await codeThrown {
          _ = try await store.append(new, to: own.id, account: stranger, at: Sample.time(), limits: .init())
        },
        try await codeThrown {
          _ = try await store.datasetItems(ContentRowQuery(), dataset: dataset.id, account: stranger)
        },
        try await codeThrown { _ = try await store.datasetContents(page, dataset: dataset.id, account: stranger) },
        try await codeThrown {
          try await store.removeItems([item.id], dataset: dataset.id, account: stranger, at: Sample.time())
        },
        try await codeThrown {
          try await store.removeItems([item.id], dataset: own.id, account: stranger, at: Sample.time())
        },
        try await codeThrown {
          _ = try await store.update(
            items: [item.id], .title("mine"), dataset: own.id, account: stranger, at: Sample.time(), limits: .init())
        },
        try await codeThrown { _ = try await store.datasetItemIDs([item.id], dataset: dataset.id, account: stranger) },
        try await codeThrown { _ = try await store.datasetLabels(dataset.id, account: stranger, limit: 1) },
      ]
      #expect(codes == Array(repeating: .notFound, count: 10))
      let deletion = try await store.deleteDataset(dataset.id, account: stranger)
      #expect(!deletion)
      #expect(try await store.dataset(dataset.id, account: stranger) == nil)
      #expect(try await store.datasets(account: stranger) == [own])
      #expect(try await store.datasetItems(ContentRowQuery(), dataset: dataset.id, account: owner) == [item])
      #expect(try await store.datasetItems(ContentRowQuery(), dataset: own.id, account: stranger) == [])
    }
  }
}
