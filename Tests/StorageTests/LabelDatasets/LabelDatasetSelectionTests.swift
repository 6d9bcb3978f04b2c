import Foundation
import Testing

@testable import Storage

/// Which items the filters leave, and in which order.
struct LabelDatasetSelectionTests {
  struct Filter: Sendable, CustomTestStringConvertible {
    var name: String
    var expected: String
    var set: @Sendable (inout LabelDatasetSelection) -> Void
    var testDescription: String { name }

    init(_ name: String, _ expected: String, _ set: @escaping @Sendable (inout LabelDatasetSelection) -> Void) {
      self.name = name
      self.expected = expected
      self.set = set
    }
  }

  /// `a` is right, `b` a false positive, `c` a miss by the first version and right by the second, `d` was evaluated when
  /// nothing was expected, which has changed, `e` was never evaluated, nothing is expected of `f`.
  static let filters = [
    Filter("all", "abcdef") { _ in },
    Filter("expected flagged", "acde") { $0.expected = .flagged },
    Filter("expected not flagged", "b") { $0.expected = .notFlagged },
    Filter("with an expectation", "abcde") { $0.hasExpectation = true },
    Filter("without an expectation", "f") { $0.hasExpectation = false },
    Filter("evaluated", "abcd") { $0.isEvaluated = true },
    Filter("not evaluated", "ef") { $0.isEvaluated = false },
    Filter("incorrect", "b") { $0.isIncorrect = true },
    Filter("not incorrect", "acdef") { $0.isIncorrect = false },
    Filter("stale", "d") { $0.isStale = true },
    Filter("not stale", "abcef") { $0.isStale = false },
    Filter("true positives", "ac") { $0.matchType = .truePositive },
    Filter("false positives", "b") { $0.matchType = .falsePositive },
    Filter("false negatives", "") { $0.matchType = .falseNegative },
    Filter("true negatives", "") { $0.matchType = .trueNegative },
    Filter("words", "b") { $0.text = "RAIN b" },
    Filter("all and words", "") { $0.text = "snow" },
    Filter("stale and evaluated", "d") {
      $0.isStale = true
      $0.isEvaluated = true
    },
  ]

  private func build(_ sample: LabelDatasetSample) async throws -> [Character: LabelDatasetItemRecord] {
    var items: [Character: LabelDatasetItemRecord] = [:]
    for (index, name) in "abcdef".enumerated() {
      items[name] = try await sample.items(["Rain \(name)"], created: Sample.time(Double(index)))[0]
    }
    for (name, expected) in [("a", EvaluationResult.flagged), ("b", .notFlagged), ("c", .flagged), ("e", .flagged)] {
      try await sample.expect(expected, of: try #require(items[Character(name)]).id)
    }
    let (a, b) = (try #require(items["a"]), try #require(items["b"]))
    let (c, d) = (try #require(items["c"]), try #require(items["d"]))
    try await sample.evaluate(a, .flagged, score: 0.9)
    try await sample.evaluate(b, .flagged, score: 0.9)
    try await sample.evaluate(c, .notFlagged, score: 0.2, at: 10)
    try await sample.evaluate(c, by: 1, .flagged, score: 0.6, at: 11)
    try await sample.evaluate(d, .flagged, score: 0.3)
    try await sample.expect(.flagged, of: d.id, at: 12)
    return items
  }

  private func names(
    _ selection: LabelDatasetSelection, _ sample: LabelDatasetSample, _ items: [Character: LabelDatasetItemRecord]
  ) async throws -> String {
    let names = Dictionary(uniqueKeysWithValues: items.map { ($1.id, $0) })
    let rows = try await sample.store.labelDatasetItems(
      selection, page: LabelDatasetPage(limit: 10), account: sample.owner)
    #expect(try await sample.store.labelDatasetItemCount(selection, account: sample.owner) == rows.count)
    return String(rows.compactMap { names[$0.item.id] }.sorted())
  }

  /// What each filter leaves, by the latest evaluations of any version.
  @Test(arguments: filters)
  func leaves(_ filter: Filter) async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await build(sample)
      var selection = sample.everything
      filter.set(&selection)
      #expect(try await names(selection, sample, items) == filter.expected)
    }
  }

  /// With a version, conditions on evaluations are about its own; ids are named and left out.
  @Test func filtersByVersionAndID() async throws {
    try await LabelDatasetSample.with { sample in
      let items = try await build(sample)
      var first = sample.everything
      first.version = sample.versions[0]
      first.isIncorrect = true
      #expect(try await names(first, sample, items) == "bc")
      var second = sample.everything
      second.version = sample.versions[1]
      second.isEvaluated = true
      #expect(try await names(second, sample, items) == "c")
      var named = sample.everything
      named.ids = "abc".compactMap { items[$0]?.id }
      named.excluded = [try #require(items["b"]).id, UUID()]
      #expect(try await names(named, sample, items) == "ac")
    }
  }

  /// Pages of any size, read one after the other, are the whole list in order and each item once, though many were
  /// created at one moment and scored alike, and some not at all.
  @Test(arguments: [LabelDatasetPage.Order.created, .score], [false, true])
  func pagesAreTheWholeList(order: LabelDatasetPage.Order, isAscending: Bool) async throws {
    try await LabelDatasetSample.with { sample in
      let early = try await sample.items((0..<7).map { "early \($0)" })
      let late = try await sample.items((0..<7).map { "late \($0)" }, created: Sample.time(1))
      for (index, item) in (early + late).enumerated() where index % 5 != 0 {
        try await sample.evaluate(item, .flagged, score: [0.25, 0.5, 0.75][index % 3])
      }
      func pages(of size: Int) async throws -> [LabelDatasetItemRow] {
        var page = LabelDatasetPage(limit: size)
        page.order = order
        page.isAscending = isAscending
        var rows: [LabelDatasetItemRow] = []
        while true {
          let part = try await sample.store.labelDatasetItems(sample.everything, page: page, account: sample.owner)
          guard let last = part.last else { return rows }
          rows += part
          switch order {
          case .created: page.after = .created(last.item.created, last.item.id)
          case .score: page.after = .score(last.evaluation?.score, last.item.id)
          }
        }
      }
      let whole = try await pages(of: 100)
      #expect(Set(whole.map(\.item)) == Set(early + late) && whole.count == 14)
      switch order {
      case .created:
        let times = whole.map(\.item.created)
        #expect(times == (isAscending ? times.sorted() : times.sorted(by: >)))
      case .score:
        let scores = whole.compactMap(\.evaluation?.score)
        #expect(scores == (isAscending ? scores.sorted() : scores.sorted(by: >)))
        #expect(whole.suffix(14 - scores.count).allSatisfy { $0.evaluation == nil } && scores.count == 11)
      }
      for size in 1...5 { #expect(try await pages(of: size) == whole) }
    }
  }
}
