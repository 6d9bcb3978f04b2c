internal import Foundation
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// An account's count of a month, as a value.
struct ReviewTallyTests {
  private static let month = ReviewMonth(of: Date(timeIntervalSince1970: 1_790_000_000))

  /// What the store has runs ahead by a block: a hundredth of the limit, a thousand at most, one at least; and never
  /// beyond the limit.
  @Test(arguments: [(nil, 1_001), (100_000, 1_001), (1_000_000, 1_001), (1_000, 11), (100, 2), (7, 2), (1, 1)])
  func runsAheadByABlock(limit: Int?, kept: Int) {
    var tally = ReviewTally(month: Self.month, limit: limit, kept: 0)
    #expect(tally.take(1, isPartial: false) == .keep(kept))
  }

  /// Whoever asks, in whatever portions, is let in for the limit and no more; all that was let in was kept before; and
  /// what a kill at any moment would lose is at most a block.
  @Test(arguments: 0..<40)
  func letsInTheLimit(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let limit = Int.random(in: 1...5_000, using: &random)
    let block = max(1, min(ReviewTally.maximumBlock, limit / 100))
    var stored = 0
    var tally = ReviewTally(month: Self.month, limit: limit, kept: stored)
    var letIn = 0
    var lost = 0
    for _ in 0..<4_000 {
      if Int.random(in: 0..<200, using: &random) == 0 {
        lost += stored - tally.count
        #expect(stored - tally.count <= block)
        tally = ReviewTally(month: Self.month, limit: limit, kept: stored)
      }
      let wanted = Int.random(in: 1...20, using: &random)
      let isPartial = Bool.random(using: &random)
      while true {
        switch tally.take(wanted, isPartial: isPartial) {
        case .keep(let count):
          #expect(count > stored && count <= limit)
          stored = count
          tally.note(kept: count)
          continue
        case .letIn(let taken):
          #expect(taken == wanted || isPartial && taken >= 1)
          letIn += taken
        case .refused(let left): #expect(left == limit - tally.count && left < (isPartial ? 1 : wanted))
        }
        break
      }
      #expect(tally.count <= stored && letIn + lost == tally.count)
    }
    _ = tally.take(limit, isPartial: true)
    #expect(letIn + lost >= limit - 20)
  }

  /// What is given back can be taken again.
  @Test func givesBack() {
    var tally = ReviewTally(month: Self.month, limit: 5, kept: 0)
    #expect(tally.take(5, isPartial: false) == .keep(5))
    tally.note(kept: 5)
    #expect(tally.take(5, isPartial: false) == .letIn(5))
    #expect(tally.take(1, isPartial: true) == .refused(left: 0))
    tally.giveBack(2)
    #expect(tally.take(3, isPartial: false) == .refused(left: 2))
    #expect(tally.take(3, isPartial: true) == .letIn(2))
    tally.giveBack(9)
    #expect(tally.count == 0 && tally.kept == 5)
  }
}
