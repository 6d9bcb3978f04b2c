import Foundation
import Testing

@testable import Storage

struct LabelDatasetItemTests {
  /// Items are read as they were written, newest first, each beside its content's size.
  @Test func keepsItems() async throws {
    try await LabelDatasetSample.with { sample in
      let older = try await sample.items(["one"], expected: .flagged)
      let newer = try await sample.items(["three", "four"], expected: nil, created: Sample.time(5))
      let rows = try await sample.store.labelDatasetItems(
        sample.everything, page: LabelDatasetPage(limit: 10), account: sample.owner)
      #expect(Set(rows.prefix(2).map(\.item)) == Set(newer))
      #expect(rows.last?.item == older.first && rows.allSatisfy { $0.evaluation == nil })
      #expect(rows.last?.contentBytes == Sample.wire(text: "one").count)
      let ids = [older[0].id, UUID(), newer[0].id]
      let named = try await sample.store.labelDatasetItems(ids, account: sample.owner)
      #expect(named.map(\.item) == [older[0], newer[0]])
      #expect(try await sample.store.labelDatasetItems([], account: sample.owner).isEmpty)
    }
  }

  /// A label has a content once, in one call and in the next; what is not the account's own, or over the limit, is not
  /// added, and the rest is.
  @Test func addsEachByItself() async throws {
    try await LabelDatasetSample.with { sample in
      let first = try await sample.content("one")
      let second = try await sample.content("two")
      let foreign = try await sample.content("three", account: sample.stranger)
      let records = [first, foreign, first, UUID(), second].map { sample.record($0) }
      let additions = try await sample.store.append(records, label: sample.label, account: sample.owner, limit: 1)
      #expect(
        additions
          == [.added(records[0]), .contentMissing, .duplicate(records[0]), .contentMissing, .full])
      let again = try await sample.store.append(
        [sample.record(first), sample.record(second)], label: sample.label, account: sample.owner, limit: 2)
      #expect(again.first == .duplicate(records[0]))
      #expect(try await sample.store.labelDatasetItemCount(sample.everything, account: sample.owner) == 2)
    }
  }

  /// Nothing is added to, read, changed or removed from another account's dataset, nor from a deleted label's.
  @Test(arguments: [false, true])
  func keepsToItsOwn(isDeleted: Bool) async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"])[0]
      let (store, account) = (sample.store, isDeleted ? sample.owner : sample.stranger)
      let content = try await sample.content("two", account: account)
      if isDeleted {
        var change = LabelChange(updated: Sample.time(1))
        change.isDeleted = true
        _ = try await store.update(label: sample.label, change, account: account)
      }
      let code = try await codeThrown {
        _ = try await store.append([sample.record(content)], label: sample.label, account: account, limit: 9)
      }
      #expect(code == .notFound)
      let change = ExpectationChange(expected: .flagged, notes: "x", updated: Sample.time(2))
      let page = LabelDatasetPage(limit: 9)
      #expect(try await store.labelDatasetItems(sample.everything, page: page, account: account).isEmpty)
      #expect(try await store.labelDatasetItems([item.id], account: account).isEmpty)
      #expect(try await store.updateExpectations([(item.id, change)], label: nil, account: account) == [nil])
      #expect(try await store.updateExpectations(sample.everything, change, account: account) == 0)
      #expect(try await store.removeLabelDatasetItems([item.id], label: nil, account: account) == 0)
      #expect(try await store.removeLabelDatasetItems(sample.everything, account: account) == 0)
      #expect(try await store.labelDatasetCounts(labels: [sample.label], account: account).isEmpty)
      #expect(try await store.tally(sample.everything, account: account).items == 0)
      let count = try await store.labelDatasetItemCount(sample.everything, account: sample.owner)
      #expect(count == (isDeleted ? 0 : 1))
    }
  }

  /// A content that an item has is not deleted, and the label is named; once the item is gone, or the label, it may be.
  @Test(arguments: [false, true])
  func holdsItsContents(labelGoes: Bool) async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"])[0]
      try await sample.evaluate(item, .flagged)
      func delete() async throws -> ContentDeletion {
        try await sample.store.deleteContents([item.contentID], account: sample.owner, namedDatasets: 5)
      }
      let held = try await delete()
      #expect(held.deleted.isEmpty)
      #expect(
        held.conflicts == [.init(content: item.contentID, datasets: [.init(id: sample.label, name: "rude")])])
      if labelGoes {
        var change = LabelChange(updated: Sample.time(1))
        change.isDeleted = true
        _ = try await sample.store.update(label: sample.label, change, account: sample.owner)
      } else {
        _ = try await sample.store.removeLabelDatasetItems([item.id], label: sample.label, account: sample.owner)
      }
      #expect(try await delete().deleted == [item.contentID])
      let left = try await sample.store.labelEvaluations(LabelEvaluationQuery(limit: 9), account: sample.owner)
      #expect(left.isEmpty)
    }
  }

  /// What is expected is changed by id, one by one, or for all that a selection names; notes that are not given stay.
  @Test func changesExpectations() async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await sample.items(["one", "two", "three"], expected: .flagged)
      let other = try await LabelDatasetSample.label("other", in: sample.store, account: sample.owner)
      let moment = Sample.time(3)
      let changes = [
        (items[0].id, ExpectationChange(expected: .notFlagged, notes: "why", updated: moment)),
        (UUID(), ExpectationChange(expected: .notFlagged, notes: nil, updated: moment)),
        (items[1].id, ExpectationChange(expected: nil, notes: nil, updated: moment)),
      ].map { (item: $0.0, change: $0.1) }
      let elsewhere = try await sample.store.updateExpectations(changes, label: other.label, account: sample.owner)
      #expect(elsewhere == [nil, nil, nil])
      let rows = try await sample.store.updateExpectations(changes, label: sample.label, account: sample.owner)
      var (first, second) = (items[0], items[1])
      (first.expected, first.notes, first.updated) = (.notFlagged, "why", moment)
      (second.expected, second.updated) = (nil, moment)
      #expect(rows.map { $0?.item } == [first, nil, second])

      var selection = sample.everything
      selection.hasExpectation = true
      selection.excluded = [items[2].id]
      let change = ExpectationChange(expected: nil, notes: nil, updated: Sample.time(4))
      #expect(try await sample.store.updateExpectations(selection, change, account: sample.owner) == 1)
      let kept = try await sample.store.labelDatasetItems(items.map(\.id), account: sample.owner)
      #expect(kept.map(\.item.expected) == [nil, nil, .flagged] && kept.first?.item.notes == "why")
    }
  }

  /// Items are removed by id, of one label or of any, and by selection.
  @Test func removes() async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await sample.items(["one", "two", "three", "four"])
      let other = try await LabelDatasetSample.label("other", in: sample.store, account: sample.owner)
      let (store, owner) = (sample.store, sample.owner)
      #expect(try await store.removeLabelDatasetItems([items[0].id], label: other.label, account: owner) == 0)
      #expect(try await store.removeLabelDatasetItems([items[0].id, UUID()], label: nil, account: owner) == 1)
      #expect(try await store.removeLabelDatasetItems([], label: nil, account: owner) == 0)
      var selection = sample.everything
      selection.excluded = [items[3].id]
      #expect(try await store.removeLabelDatasetItems(selection, account: owner) == 2)
      let page = LabelDatasetPage(limit: 9)
      #expect(
        try await store.labelDatasetItems(sample.everything, page: page, account: owner).map(\.item) == [items[3]])
    }
  }

  /// All that was kept is there when the store is opened again.
  @Test func outlivesARestart() async throws {
    let folder = TemporaryFolder()
    let store = try await SQLiteStore.open(folder: folder.url)
    let account = Sample.account()
    try await store.insert(account)
    let (label, versions) = try await LabelDatasetSample.label(in: store, account: account.id)
    let content = try #require(try await store.insert([Sample.content("one", account: account.id)]).first).get()
    let item = LabelDatasetItemRecord(
      id: UUID(), labelID: label, contentID: content.id, expected: .flagged, title: nil, notes: "a note",
      created: Sample.time(), updated: Sample.time())
    _ = try await store.append([item], label: label, account: account.id, limit: 9)
    let evaluation = LabelEvaluationRecord(
      id: UUID(), itemID: item.id, subject: .version(versions[0]), actual: .flagged, score: 0.75, expected: .flagged,
      contentHash: content.hash, evaluatorID: UUID(), evaluated: Sample.time(1), created: Sample.time(1))
    _ = try await store.record([evaluation], account: account.id)
    let reviewed = try await store.review(
      evaluation: evaluation.id, isReviewed: true, feedback: "yes", account: account.id)
    try await store.close()

    let opened = try await SQLiteStore.open(folder: folder.url)
    let row = try await opened.labelDatasetItems([item.id], account: account.id).first
    try await opened.close()
    #expect(row?.item == item && row?.evaluation == reviewed && reviewed?.feedback == "yes")
  }
}
