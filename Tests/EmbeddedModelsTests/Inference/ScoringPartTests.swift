import Testing

@testable import EmbeddedModels

@Suite struct ScoringPartTests {
  private func windows(_ count: Int, length: Int) -> WindowVectors {
    WindowVectors((0..<count).map { _ in TokenVectors(count: length, values: Array(repeating: 1, count: length)) })
  }

  /// A usual policy on a usual text is one part.
  @Test(arguments: [(1, 5), (1, 50), (2, 50), (4, 100), (2, 256)]) func usuallyThereIsOne(count: Int, signals: Int) {
    let matrix = SignalMatrix(Array(repeating: [1], count: signals))
    let parts = ScoringPart.all(windows: windows(count, length: 128), signals: matrix)
    #expect(parts == [ScoringPart(windows: 0..<count, signals: 0..<matrix.paddedCount)])
  }

  /// Parts cover every window and every signal once, and none is larger than may be.
  @Test(arguments: [(1, 1), (64, 5), (64, 1000), (3, 257), (64, 2048), (0, 5), (5, 0)])
  func coverAll(count: Int, signals: Int) {
    let matrix = SignalMatrix(Array(repeating: [1], count: signals))
    let parts = ScoringPart.all(windows: windows(count, length: 160), signals: matrix)
    var seen = Array(repeating: 0, count: count * matrix.paddedCount)
    for part in parts {
      for window in part.windows { for signal in part.signals { seen[window * matrix.paddedCount + signal] += 1 } }
    }
    #expect(seen.allSatisfy { $0 == 1 })
    #expect(parts.allSatisfy { $0.windows.count * $0.signals.count <= 512 && $0.windows.count <= 6 })
  }

  /// Vectors lie in one block, padded with zeros that the mask leaves out.
  @Test func vectorsLieInOneBlock() {
    let block = WindowVectors([
      TokenVectors(count: 9, values: Array(repeating: 2, count: 18)), TokenVectors(count: 1, values: [3, 4]),
    ])
    #expect(block.count == 2 && block.length == 16 && block.width == 2)
    #expect(
      block.values == Array(repeating: 2, count: 18) + Array(repeating: 0, count: 14) + [3, 4]
        + Array(repeating: 0, count: 30))
    #expect(
      block.mask == Array(repeating: 1, count: 9) + Array(repeating: 0, count: 7) + [1] + Array(repeating: 0, count: 15)
    )
    #expect(block.byteCount == 64 * 4 + 32 * 8)
  }

  /// Signals are padded to a multiple of eight; some of them make a matrix of their own.
  @Test func rowsAreGathered() {
    let matrix = SignalMatrix((0..<9).map { [Float($0), -Float($0)] })
    #expect(matrix.count == 9 && matrix.paddedCount == 16 && matrix.values.count == 32)
    let rows = matrix.rows([8, 2])
    #expect(rows.count == 2 && rows.values == [8, -8, 2, -2] + Array(repeating: 0, count: 12))
  }

  /// The mean is over the tokens.
  @Test func meanOfTokens() {
    #expect(TokenVectors(count: 2, values: [1, 2, 3, 6]).mean() == [2, 4])
  }
}
