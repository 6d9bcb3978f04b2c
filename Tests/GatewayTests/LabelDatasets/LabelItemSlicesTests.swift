internal import Foundation
internal import Gateway
internal import Storage
internal import TestSupport
internal import Testing

struct LabelItemSlicesTests {
  private func rows(_ sizes: [Int]) -> [LabelDatasetItemRow] {
    sizes.map { size in
      let item = LabelDatasetItemRecord(
        id: UUID(), labelID: UUID(), contentID: UUID(), expected: nil, title: nil, notes: nil, created: Date(),
        updated: Date())
      return LabelDatasetItemRow(item: item, evaluation: nil, contentBytes: size)
    }
  }

  /// Where a slice ends.
  @Test(
    arguments: [
      ([], []), ([1], [1]), ([1, 1, 1, 1], [3, 1]), ([5, 5, 1], [2, 1]), ([5, 6], [1, 1]), ([99], [1]),
      ([99, 1, 99], [1, 1, 1]), ([1, 99, 1], [1, 1, 1]), ([10, 1], [1, 1]), ([0, 0, 0, 0, 0, 0, 0], [3, 3, 1]),
      ([Int.max, Int.max], [1, 1]),
    ] as [([Int], [Int])])
  func endWhereTheyAreFull(sizes: [Int], counts: [Int]) {
    #expect(LabelItemSlices.of(rows(sizes), count: 3, bytes: 10).map(\.count) == counts)
  }

  /// Nothing is left out or held twice, and no slice but one of a single item is over the limits.
  @Test func areTheWhole() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let rows = rows((0..<Int.random(in: 0...40, using: &random)).map { _ in Int.random(in: 0...40, using: &random) })
      let slices = LabelItemSlices.of(rows, count: 5, bytes: 60)
      #expect(slices.flatMap(\.self) == rows)
      for slice in slices {
        #expect((1...5).contains(slice.count))
        #expect(slice.count == 1 || slice.reduce(0) { $0 + $1.contentBytes } <= 60)
      }
    }
  }
}
