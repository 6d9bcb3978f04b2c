/// Signals as the scorer reads them: a vector each, in one block that all contents share.
struct SignalMatrix: Sendable {
  /// How many signals there are.
  let count: Int
  /// How many rows there are: the signals' and, after them, some of zeros.
  let paddedCount: Int
  let width: Int
  /// Row after row.
  let values: [Float]

  // Each number of rows costs the runtime some milliseconds the first time, so there must not be all of them.
  private static let step = 8

  /// - Parameter vectors: all of one width.
  init(_ vectors: [[Float]]) {
    count = vectors.count
    paddedCount = (vectors.count + Self.step - 1) / Self.step * Self.step
    width = vectors.first?.count ?? 0
    values = Array(vectors.joined()) + Array(repeating: 0, count: (paddedCount - count) * width)
  }

  /// Some of the signals.
  func rows(_ rows: [Int]) -> SignalMatrix {
    SignalMatrix(rows.map { Array(values[$0 * width..<($0 + 1) * width]) })
  }
}
