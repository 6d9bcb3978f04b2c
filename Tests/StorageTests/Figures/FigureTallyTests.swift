import Foundation
import Testing

@testable import Storage

struct FigureTallyTests {
  /// What is kept of labels reads as it was, whatever the counts.
  @Test(arguments: [[], [0, 0], [1, 127, 128, 16_384], [.max, 0, 1, .max]] as [[Int64]])
  func keepsLabels(_ counts: [Int64]) throws {
    let labels = stride(from: 0, to: counts.count, by: 2).map { index in
      FigureTally.Label(trues: counts[index], unknowns: counts[index + 1])
    }
    let tally = FigureTally(reviews: 0, hits: 0, tokens: 0, labels: labels)
    #expect(try FigureTally.labels(tally.labelBytes) == labels)
  }

  /// Bytes that nobody wrote are an error and no count.
  @Test(arguments: [[1], [0x80], [1, 0x80], Array(repeating: 0xFF, count: 20)] as [[UInt8]])
  func refusesOtherBytes(_ bytes: [UInt8]) {
    #expect(throws: StoreError.self) { try FigureTally.labels(Data(bytes)) }
  }

  /// An item counts once, is a hit where any label holds, and a label that failed is neither true nor false.
  @Test func countsItems() {
    var tally = FigureTally()
    tally.count(tokens: 3, trues: [0], unknowns: [2])
    tally.count(tokens: 4, trues: [], unknowns: [1, 2])
    tally.count(tokens: 5, trues: [0, 1], unknowns: [2])
    #expect(tally.reviews == 3 && tally.hits == 2 && tally.tokens == 12)
    let outcomes = (0..<4).map { tally.outcomes(of: $0) }
    #expect(outcomes.map(\.trues) == [2, 1, 0, 0])
    #expect(outcomes.map(\.falses) == [1, 1, 0, 3])
  }

  /// Sums of tallies that count to different lengths are those of their items.
  @Test func addsUp() {
    var (first, second, both) = (FigureTally(), FigureTally(), FigureTally())
    for (place, tokens) in [(0, 1), (7, 2), (3, 3)] as [(Int, Int64)] {
      first.count(tokens: tokens, trues: [place])
      both.count(tokens: tokens, trues: [place])
      second.count(tokens: tokens, trues: [place / 2], unknowns: [9])
      both.count(tokens: tokens, trues: [place / 2], unknowns: [9])
    }
    var forth = first
    forth.add(second)
    second.add(first)
    #expect(forth == both && second == both)
    #expect(both.withoutLabels.labels.isEmpty && both.withoutLabels.reviews == 6)
  }

  /// Sums stop at the end of the range.
  @Test func staysInRange() {
    var tally = FigureTally(
      reviews: .max, hits: 0, tokens: .max - 1, labels: [.init(trues: .max, unknowns: .max)])
    tally.count(tokens: 5, trues: [0], unknowns: [0])
    tally.add(tally)
    #expect(tally.tokens == .max && tally.labels[0].trues == .max && tally.reviews == .max)
    #expect(tally.outcomes(of: 0).falses == 0)
  }
}
