/// A picture's brightness on a grid of 64 by 64 samples, 0 to 255.
struct LumaGrid: Sendable {
  static let side = TentFilter.samples

  /// Row by row from the top.
  var samples: [Float]

  /// - Parameter rgb: 3 bytes for each pixel, row by row.
  init(rgb: [UInt8], width: Int, height: Int) {
    let columns = TentFilter(length: width)
    let rows = TentFilter(length: height)
    samples = rgb.withUnsafeBufferPointer { rgb in
      var samples: [Float] = []
      samples.reserveCapacity(Self.side * Self.side)
      for (start, weights) in zip(rows.starts, rows.weights) {
        var sums = [Double](repeating: 0, count: Self.side)
        for (offset, weight) in weights.enumerated() {
          // INVARIANT: the filter's pixels are within the height, so the row is within the picture.
          let row = UnsafeBufferPointer(rebasing: rgb[(start + offset) * width * 3..<(start + offset + 1) * width * 3])
          Self.add(row, times: weight, through: columns, to: &sums)
        }
        samples.append(contentsOf: sums.map(Float.init))
      }
      return samples
    }
  }

  private static func add(
    _ row: UnsafeBufferPointer<UInt8>, times rowWeight: Double, through columns: TentFilter, to sums: inout [Double]
  ) {
    for column in 0..<side {
      var sum = 0.0
      var place = 3 * columns.starts[column]
      for weight in columns.weights[column] {
        // ITU-R BT.601.
        let luma = 0.299 * Double(row[place]) + 0.587 * Double(row[place + 1]) + 0.114 * Double(row[place + 2])
        sum += weight * luma
        place += 3
      }
      sums[column] += rowWeight * sum
    }
  }

  /// How much there is to see, 0 to 100: below 50 a hash says too little to be compared with others.
  ///
  /// The steps from a sample to the next in hundredths of the whole range, small ones rounded away, added up and scaled
  /// as the reference scales them.
  var quality: Int {
    var steps = 0
    for row in 0..<Self.side {
      for column in 0..<Self.side {
        let sample = samples[row * Self.side + column]
        if row + 1 < Self.side { steps += Self.step(from: sample, to: samples[(row + 1) * Self.side + column]) }
        if column + 1 < Self.side { steps += Self.step(from: sample, to: samples[row * Self.side + column + 1]) }
      }
    }
    return min(100, steps / 90)
  }

  private static func step(from sample: Float, to next: Float) -> Int { abs(Int((sample - next) * 100 / 255)) }
}
