internal import Foundation
internal import Gateway
internal import Storage
internal import TestSupport
internal import Testing

struct LabelFreshnessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var freshness: LabelFreshness
    var hasDataset = true
    var tally: LabelEvaluationTally
  }

  /// - Parameters:
  ///   - last: when the version was last evaluated, in seconds.
  ///   - added: when an item without an evaluation came to be evaluable.
  static func tally(
    items: Int, evaluable: Int, evaluated: Int, stale: Int = 0, last: Double? = nil, added: Double? = nil
  ) -> LabelEvaluationTally {
    var tally = LabelEvaluationTally()
    (tally.items, tally.evaluable, tally.trueNegatives, tally.stale) = (items, evaluable, evaluated, stale)
    tally.lastEvaluated = last.map { Date(timeIntervalSince1970: $0) }
    tally.unevaluatedExpectationsSet = added.map { Date(timeIntervalSince1970: $0) }
    return tally
  }

  static let cases = [
    Case(
      testDescription: "no item at all", freshness: .noDataset, hasDataset: false,
      tally: tally(items: 0, evaluable: 0, evaluated: 0)),
    Case(
      testDescription: "no item that the filters leave", freshness: .nothingToTest,
      tally: tally(items: 0, evaluable: 0, evaluated: 0)),
    Case(
      testDescription: "nothing expected", freshness: .nothingToTest,
      tally: tally(items: 3, evaluable: 0, evaluated: 0)),
    Case(
      testDescription: "nothing evaluated", freshness: .untested,
      tally: tally(items: 3, evaluable: 2, evaluated: 0, added: 5)),
    Case(
      testDescription: "evaluated when nothing was expected", freshness: .untested,
      tally: tally(items: 3, evaluable: 2, evaluated: 0, stale: 2)),
    Case(
      testDescription: "all evaluated as they are", freshness: .fresh,
      tally: tally(items: 3, evaluable: 2, evaluated: 2, last: 9)),
    Case(
      testDescription: "one is another now", freshness: .stale([.datasetChanged]),
      tally: tally(items: 3, evaluable: 2, evaluated: 2, stale: 1, last: 9)),
    Case(
      testDescription: "one was left out", freshness: .stale([.unevaluatedItems]),
      tally: tally(items: 3, evaluable: 2, evaluated: 1, last: 9, added: 5)),
    Case(
      testDescription: "one was left out, of the moment of the evaluation", freshness: .stale([.unevaluatedItems]),
      tally: tally(items: 3, evaluable: 2, evaluated: 1, last: 9, added: 9)),
    Case(
      testDescription: "one came since", freshness: .stale([.datasetChanged, .unevaluatedItems]),
      tally: tally(items: 3, evaluable: 2, evaluated: 1, last: 9, added: 10)),
    Case(
      testDescription: "one was evaluated when nothing was expected",
      freshness: .stale([.datasetChanged, .unevaluatedItems]),
      tally: tally(items: 3, evaluable: 2, evaluated: 1, stale: 1, last: 9)),
    Case(
      testDescription: "one is another, one was left out", freshness: .stale([.datasetChanged, .unevaluatedItems]),
      tally: tally(items: 3, evaluable: 3, evaluated: 2, stale: 1, last: 9, added: 5)),
  ]

  /// What follows from each kind of tally.
  @Test(arguments: cases)
  func followsFromTheTally(_ each: Case) {
    let freshness = LabelFreshness(each.tally, hasDataset: each.hasDataset)
    #expect(freshness == each.freshness)
    if case .stale(let reasons) = each.freshness {
      #expect(freshness.reasons == reasons && !reasons.isEmpty)
    } else {
      #expect(freshness.reasons.isEmpty)
    }
  }

  /// Whatever the counts: fresh exactly where all that is evaluable was evaluated, none of it is stale, and there is some.
  @Test func isFreshOnlyWhereAllHolds() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let items = Int.random(in: 0...4, using: &random)
      let evaluable = Int.random(in: 0...items, using: &random)
      let evaluated = Int.random(in: 0...evaluable, using: &random)
      let stale = Int.random(in: 0...evaluable, using: &random)
      let hasUnevaluated = evaluated + stale < evaluable
      let tally = Self.tally(
        items: items, evaluable: evaluable, evaluated: evaluated, stale: stale, last: evaluated > 0 ? 5 : nil,
        added: hasUnevaluated ? Double.random(in: 0...10, using: &random) : nil)
      let isFresh = LabelFreshness(tally, hasDataset: items > 0) == .fresh
      #expect(isFresh == (evaluable > 0 && evaluated == evaluable && stale == 0))
    }
  }
}
