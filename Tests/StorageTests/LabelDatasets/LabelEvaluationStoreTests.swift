import Foundation
import GRDB
import Testing

@testable import Storage

struct LabelEvaluationStoreTests {
  /// An item's evaluation by a version takes the place of the one before it; the review stays while nothing that it was
  /// about is another.
  @Test(arguments: ["same", "result", "expectation", "content"])
  func replacesTheOneBefore(other: String) async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"], expected: .flagged)[0]
      let first = try await sample.evaluate(item, .flagged, score: 0.5)
      let reviewed = try await sample.store.review(
        evaluation: first.id, isReviewed: true, feedback: "right", account: sample.owner)
      #expect(reviewed?.isReviewed == true && reviewed?.feedback == "right")
      if other == "expectation" { try await sample.expect(.notFlagged, of: item.id) }
      let second = try await sample.evaluate(
        item, other == "result" ? .notFlagged : .flagged, score: 0.75, at: 20,
        hash: other == "content" ? "sha256::other" : nil)
      #expect(second.id == first.id && second.created == first.created)
      #expect(second.evaluated == Sample.time(20) && second.score == 0.75)
      #expect(second.isReviewed == (other == "same") && second.feedback == (other == "same" ? "right" : nil))
      let all = try await sample.store.labelEvaluations(LabelEvaluationQuery(limit: 9), account: sample.owner)
      #expect(all == [second])
    }
  }

  /// Each version has an evaluation of its own, and so have the drafts of each key; the latest of the versions is the
  /// item's, and drafts are not.
  @Test func keepsOneOfEachSubject() async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"])[0]
      let first = try await sample.evaluate(item, by: 1, .flagged, at: 11)
      let second = try await sample.evaluate(item, by: 0, .notFlagged, at: 12)
      let users = [UUID(), UUID()]
      var drafts: [LabelEvaluationRecord] = []
      for (index, user) in [users[0], users[1], users[0]].enumerated() {
        var draft = try await sample.evaluation(of: item, .flagged, at: 20 + Double(index))
        draft.subject = .draft(UUID())
        draft.evaluatorID = user
        drafts.append(try #require(try await sample.store.record([draft], account: sample.owner)[item.id]))
      }
      #expect(drafts[2].id == drafts[0].id && drafts[2].subject != drafts[0].subject)
      let all = try await sample.store.labelEvaluations(LabelEvaluationQuery(limit: 9), account: sample.owner)
      #expect(all == [drafts[2], drafts[1], second, first])
      let row = try await sample.store.labelDatasetItems([item.id], account: sample.owner).first
      #expect(row?.evaluation == second)
    }
  }

  static let results: [EvaluationResult?] = [nil, .flagged, .notFlagged]

  /// An evaluation is stale exactly where the expectation or the content is another than when it was made, however often
  /// they changed between.
  @Test(arguments: results, results)
  func isStaleWhereTheItemIsAnother(before: EvaluationResult?, after: EvaluationResult?) async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await sample.items(["one", "two"], expected: before)
      try await sample.evaluate(items[0], .flagged)
      try await sample.evaluate(items[1], .flagged, hash: "sha256::another")
      try await sample.expect(before == .flagged ? nil : .flagged, of: items[0].id, at: 12)
      try await sample.expect(after, of: items[0].id, at: 13)
      let rows = try await sample.store.labelDatasetItems(items.map(\.id), account: sample.owner)
      #expect(rows.map { $0.evaluation?.isStale } == [before != after, true])
      #expect(rows.map { $0.evaluation?.expected } == [before, before])
    }
  }

  /// Other words of the content make what was said of it stale.
  @Test func isStaleWhereTheContentChanged() async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"], expected: .flagged)[0]
      #expect(try await sample.evaluate(item, .flagged).isStale == false)
      var change = ContentChange(id: item.contentID, updated: Sample.time(20))
      change.body = ContentChange.Body(hash: "sha256::two", data: Sample.wire(text: "two"))
      try await sample.store.update([change], account: sample.owner, limits: ContentStoreLimits())
      let row = try await sample.store.labelDatasetItems([item.id], account: sample.owner).first
      #expect(row?.evaluation?.isStale == true && row?.evaluation?.isCorrect == true)
    }
  }

  /// What each condition leaves, latest first, and in pages of one however many were evaluated at one moment.
  @Test func filtersAndPages() async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await sample.items(["one", "two", "three"], expected: .flagged)
      let right = try await sample.evaluate(items[0], .flagged)
      let wrong = try await sample.evaluate(items[1], .notFlagged)
      let other = try await sample.evaluate(items[0], by: 1, .flagged, at: 20)
      let (store, owner) = (sample.store, sample.owner)
      _ = try await store.review(evaluation: right.id, isReviewed: true, feedback: "yes", account: owner)
      _ = try await store.review(evaluation: other.id, isReviewed: true, feedback: nil, account: owner)
      func ids(_ set: (inout LabelEvaluationQuery) -> Void) async throws -> Set<UUID> {
        var query = LabelEvaluationQuery(limit: 9)
        set(&query)
        return Set(try await store.labelEvaluations(query, account: owner).map(\.id))
      }
      #expect(try await ids { $0.label = sample.label } == [right.id, wrong.id, other.id])
      #expect(try await ids { $0.label = UUID() } == [])
      #expect(try await ids { $0.item = items[0].id } == [right.id, other.id])
      #expect(try await ids { $0.version = sample.versions[0] } == [right.id, wrong.id])
      #expect(try await ids { $0.isIncorrect = true } == [wrong.id])
      #expect(try await ids { $0.isIncorrect = false } == [right.id, other.id])
      #expect(try await ids { $0.hasFeedback = true } == [right.id])
      #expect(try await ids { $0.isStale = true } == [])
      try await sample.expect(nil, of: items[1].id)
      #expect(try await ids { $0.isStale = true } == [wrong.id])
      #expect(try await ids { $0.isStale = false } == [right.id, other.id])

      var paged: [UUID] = []
      var query = LabelEvaluationQuery(limit: 1)
      while let next = try await store.labelEvaluations(query, account: owner).first {
        paged.append(next.id)
        query.after = PageCursor(created: next.evaluated, id: next.id)
      }
      #expect(paged.first == other.id && Set(paged.dropFirst()) == [right.id, wrong.id] && paged.count == 3)
      #expect(try await store.labelEvaluations(LabelEvaluationQuery(limit: 9), account: sample.stranger).isEmpty)
    }
  }

  /// A review is of one's own account's evaluation; feedback that is not given stays, and an empty one goes.
  @Test func reviews() async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"])[0]
      let evaluation = try await sample.evaluate(item, .flagged)
      func review(_ isReviewed: Bool, _ feedback: String?, _ account: UUID) async throws -> LabelEvaluationRecord? {
        try await sample.store.review(
          evaluation: evaluation.id, isReviewed: isReviewed, feedback: feedback, account: account)
      }
      #expect(try await review(true, "x", sample.stranger) == nil)
      var expected = evaluation
      (expected.isReviewed, expected.feedback) = (true, "why")
      #expect(try await review(true, "why", sample.owner) == expected)
      expected.isReviewed = false
      #expect(try await review(false, nil, sample.owner) == expected)
      expected.feedback = nil
      #expect(try await review(false, "", sample.owner) == expected)
    }
  }

  /// What was said of an item that is gone, or of another account's, is not kept.
  @Test func keepsNothingOfWhatIsNotThere() async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await sample.items(["one", "two"])
      let first = try await sample.evaluation(of: items[0], .flagged)
      let second = try await sample.evaluation(of: items[1], .flagged)
      _ = try await sample.store.removeLabelDatasetItems([items[0].id], label: nil, account: sample.owner)
      let kept = try await sample.store.record([first, second], account: sample.owner)
      #expect(kept == [items[1].id: second])
      #expect(try await sample.store.record([second], account: sample.stranger).isEmpty)
    }
  }

  /// Those of an item, or of a label, are found by it, and not among all of the account.
  @Test(arguments: [
    (["item"], "label_evaluations_of_items (item_id=?)"),
    (["item", "label", "cursor"], "label_evaluations_of_items (item_id=?)"),
    (["item", "version"], "label_evaluations_by_version (item_id=? AND version_id=?)"),
    (["label"], "label_evaluations_of_labels (label_id=?)"),
    (["label", "version", "cursor"], "label_evaluations_of_labels (label_id=? AND (evaluated,id)<(?,?))"),
    ([], "label_evaluations_by_time (account_id=?)"),
  ])
  func listsFromTheNarrowestIndex(conditions: [String], expected: String) async throws {
    var query = LabelEvaluationQuery(limit: 10)
    if conditions.contains("item") { query.item = UUID() }
    if conditions.contains("label") { query.label = UUID() }
    if conditions.contains("version") { query.version = UUID() }
    if conditions.contains("cursor") { query.after = PageCursor(created: Sample.time(), id: UUID()) }
    let (sql, arguments) = SQLiteStore.labelEvaluationStatement(query, account: UUID())
    try await withStore { store in
      let plan = try await store.read { database in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
          .map { try $0.decode(String.self, forColumn: "detail") }
      }
      #expect(plan.contains("SEARCH evaluations USING INDEX \(expected)"), "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") })
    }
  }
}
