internal import Foundation

/// The 16 by 16 lowest frequencies of a grid, without the constant ones: a discrete cosine transform (DCT-II).
enum CosineTransform {
  private static let side = 16

  /// Frequencies 1 to 16 along 64 samples, a row for each.
  private static let basis: [Double] = (1...side).flatMap { frequency in
    (0..<LumaGrid.side).map { sample in
      (2 / Double(LumaGrid.side)).squareRoot()
        * cos(.pi / 2 / Double(LumaGrid.side) * Double(frequency * (2 * sample + 1)))
    }
  }

  /// - Returns: 256 coefficients, a row for each vertical frequency.
  static func coefficients(of grid: LumaGrid) -> [Double] {
    let samples = LumaGrid.side
    var vertical = [Double](repeating: 0, count: side * samples)
    for frequency in 0..<side {
      for row in 0..<samples {
        let factor = basis[frequency * samples + row]
        for column in 0..<samples {
          vertical[frequency * samples + column] += factor * Double(grid.samples[row * samples + column])
        }
      }
    }
    return (0..<side * side).map { place in
      let (row, column) = (place / side * samples, place % side * samples)
      return (0..<samples).reduce(0) { $0 + vertical[row + $1] * basis[column + $1] }
    }
  }
}
