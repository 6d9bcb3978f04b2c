import Foundation
import Testing

@testable import Storage

/// Counts, against a second way to count.
struct LabelFigureStoreTests {
  /// Random items with random histories.
  private func build(_ sample: LabelDatasetSample, seed: UInt64) async throws {
    var random = SeededNumbers(seed: seed)
    let results: [EvaluationResult?] = [nil, .flagged, .notFlagged]
    func result() -> EvaluationResult? { results[Int(random.next() % 3)] }
    let items = try await sample.items((0..<12).map { "text \($0)" })
    for (index, item) in items.enumerated() {
      let time = Double(index)
      try await sample.expect(result(), of: item.id, at: time)
      for version in 0...1 {
        guard let actual = result() else { continue }
        let isOfAnother = random.next() % 8 == 0
        let evaluation = try await sample.evaluate(
          item, by: version, actual, at: 20 + Double(random.next() % 20),
          hash: isOfAnother ? "sha256::another" : nil)
        if random.next() % 3 == 0 {
          _ = try await sample.store.review(
            evaluation: evaluation.id, isReviewed: true, feedback: nil, account: sample.owner)
        }
      }
      if random.next() % 2 == 0 { try await sample.expect(result(), of: item.id, at: 25 + time) }
    }
  }

  private func rows(_ sample: LabelDatasetSample, version: UUID?) async throws -> [LabelDatasetItemRow] {
    var selection = sample.everything
    selection.version = version
    return try await sample.store.labelDatasetItems(
      selection, page: LabelDatasetPage(limit: 100), account: sample.owner)
  }

  /// A version's tally is what counting its items one by one gives, and no evaluation is counted twice or not at all.
  @Test(arguments: 0..<12)
  func talliesAreCounts(seed: Int) async throws {
    try await LabelDatasetSample.with { sample in
      try await build(sample, seed: UInt64(seed))
      let tallies = try await sample.store.tallies(
        versions: sample.versions, label: sample.label, account: sample.owner)
      for version in sample.versions {
        let tally = try #require(tallies[version])
        let rows = try await rows(sample, version: version)
        let evaluable = rows.filter { $0.item.expected != nil }
        let judged = evaluable.compactMap(\.evaluation).filter { $0.isCorrect != nil }
        func count(_ match: LabelDatasetSelection.MatchType) -> Int {
          judged.filter { $0.expected == match.expected && $0.actual == match.actual }.count
        }
        #expect(tally.items == 12 && tally.evaluable == evaluable.count && tally.evaluated == judged.count)
        #expect(tally.truePositives == count(.truePositive) && tally.falsePositives == count(.falsePositive))
        #expect(tally.falseNegatives == count(.falseNegative) && tally.trueNegatives == count(.trueNegative))
        #expect(tally.stale == evaluable.filter { $0.evaluation?.isStale == true }.count)
        #expect(tally.lastEvaluated == judged.map(\.evaluated).max())
        #expect((tally.expectationsSet == nil) == evaluable.isEmpty)
        let isWholly = evaluable.allSatisfy { $0.evaluation != nil }
        #expect((tally.unevaluatedExpectationsSet == nil) == isWholly)

        var selection = sample.everything
        selection.version = version
        #expect(try await sample.store.tally(selection, account: sample.owner) == tally)
        // Parts that leave nothing out come to the whole.
        var parts = 0
        for match in LabelDatasetSelection.MatchType.allCases {
          selection.matchType = match
          selection.hasExpectation = true
          parts += try await sample.store.tally(selection, account: sample.owner).evaluated
        }
        #expect(parts == tally.evaluated)
      }
    }
  }

  /// A dataset's counts are what counting its latest evaluations gives, and they add up.
  @Test(arguments: 0..<12)
  func countsAddUp(seed: Int) async throws {
    try await LabelDatasetSample.with { sample in
      try await build(sample, seed: UInt64(seed))
      let all = try await sample.store.labelDatasetCounts(
        labels: [sample.label, sample.label, UUID()], account: sample.owner)
      let counts = try #require(all[sample.label])
      let rows = try await rows(sample, version: nil)
      let latest = rows.compactMap(\.evaluation)
      #expect(all.count == 1 && counts.items == 12 && counts.evaluated == latest.count)
      #expect(counts.expectedFlagged == rows.filter { $0.item.expected == .flagged }.count)
      #expect(counts.expectedNotFlagged == rows.filter { $0.item.expected == .notFlagged }.count)
      #expect(counts.correct == latest.filter { $0.isCorrect == true }.count)
      #expect(counts.incorrect == latest.filter { $0.isCorrect == false }.count)
      #expect(counts.correct + counts.incorrect == latest.filter { $0.expected != nil }.count)
      #expect(counts.stale == latest.filter(\.isStale).count)
      #expect(counts.needingReview == latest.filter { $0.isCorrect == false && !$0.isReviewed }.count)
    }
  }

  /// When an item came to be evaluable is told by the last change that made another expectation of it.
  @Test func rememberSinceWhenSomethingIsExpected() async throws {
    try await LabelDatasetSample.with { sample in
      let item = try await sample.items(["one"])[0]
      func tally() async throws -> LabelEvaluationTally {
        var selection = sample.everything
        selection.version = sample.versions[0]
        return try await sample.store.tally(selection, account: sample.owner)
      }
      #expect(try await tally().expectationsSet == nil)
      try await sample.expect(.flagged, of: item.id, at: 3)
      try await sample.expect(.flagged, of: item.id, at: 4)
      #expect(try await tally().expectationsSet == Sample.time(3))
      #expect(try await tally().unevaluatedExpectationsSet == Sample.time(3))
      try await sample.evaluate(item, .flagged)
      try await sample.expect(.notFlagged, of: item.id, at: 5)
      #expect(try await tally().expectationsSet == Sample.time(5))
      #expect(try await tally().unevaluatedExpectationsSet == nil)
    }
  }

  /// Items of which two versions say the same, or neither anything, are no difference; those that both speak of come
  /// first.
  @Test func tellsDifferences() async throws {
    try await LabelDatasetSample.with { sample in
      var items = try await sample.items(["one", "two"], expected: .flagged)
      var image = Sample.content("an image", account: sample.owner, modality: 2)
      image.data = Data([0x0a, 2, 0x61, 0x62])
      let content = try #require(try await sample.store.insert([image]).first).get()
      items.append(sample.record(content.id, expected: .flagged))
      _ = try await sample.store.append([items[2]], label: sample.label, account: sample.owner, limit: 9)
      items += try await sample.items(["four"], expected: .flagged)
      try await sample.evaluate(items[0], .flagged)
      try await sample.evaluate(items[0], by: 1, .notFlagged)
      try await sample.evaluate(items[1], .flagged)
      try await sample.evaluate(items[1], by: 1, .flagged)
      try await sample.evaluate(items[2], by: 1, .notFlagged)
      func differences(limit: Int, account: UUID) async throws -> [LabelDifference] {
        try await sample.store.differences(
          between: sample.versions[0], and: sample.versions[1], label: sample.label, account: account, limit: limit)
      }
      let found = try await differences(limit: 9, account: sample.owner)
      #expect(found.map(\.itemID) == [items[0].id, items[2].id])
      #expect(found.map(\.first) == [.flagged, nil] && found.map(\.second) == [.notFlagged, .notFlagged])
      #expect(found.allSatisfy { $0.expected == .flagged } && found.map(\.hasText) == [true, false])
      #expect(try await differences(limit: 1, account: sample.owner) == Array(found.prefix(1)))
      #expect(try await differences(limit: 9, account: sample.stranger).isEmpty)
    }
  }
}

/// The same numbers in every run (SplitMix64).
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
