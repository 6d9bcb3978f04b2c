internal import ContentIntake

extension Picture {
  // Between the two passes a value has so many bits more than a byte's.
  private static let extraBits: Int32 = 6

  /// The whole picture in another size, its proportions given up.
  ///
  /// - Parameters:
  ///   - columns, rows: what of it is wanted; nil: all.
  /// - Returns: red, green and blue of each pixel, row by row.
  func scaled(
    width scaledWidth: Int, height scaledHeight: Int, columns: Range<Int>? = nil, rows: Range<Int>? = nil
  ) -> [UInt8] {
    let down = ScalingWeights(from: height, to: scaledHeight, only: rows)
    let across = ScalingWeights(from: width, to: scaledWidth, only: columns)
    let (newWidth, newHeight) = (across.starts.count, down.starts.count)
    let stride = 3 * width
    // One row, first as sums, then with a fourth value after each pixel's three, so that a pixel is one vector.
    var sums = [Int32](repeating: 0, count: stride)
    var row = [SIMD4<Int16>](repeating: .zero, count: width)
    return [UInt8](unsafeUninitializedCapacity: 3 * newWidth * newHeight) { result, count in
      rgb.withUnsafeBufferPointer { stored in
        sums.withUnsafeMutableBufferPointer { sums in
          row.withUnsafeMutableBufferPointer { row in
            for y in 0..<newHeight {
              // INVARIANT: the weights' starts and taps are within the picture.
              let first = stride * down.starts[y]
              Self.add(
                UnsafeBufferPointer(rebasing: stored[first..<first + stride * down.taps]),
                down.weights[y * down.taps..<(y + 1) * down.taps], into: sums)
              Self.shorten(sums, into: row)
              let line = result[3 * newWidth * y..<3 * newWidth * (y + 1)]
              Self.scale(row, across, into: UnsafeMutableBufferPointer(rebasing: line))
            }
          }
        }
      }
      count = 3 * newWidth * newHeight
    }
  }

  /// The weighted sum of some rows.
  private static func add(
    _ rows: UnsafeBufferPointer<UInt8>, _ weights: ArraySlice<Int16>, into sums: UnsafeMutableBufferPointer<Int32>
  ) {
    sums.update(repeating: 1 << (ScalingWeights.bits - extraBits - 1))
    var start = 0
    for weight in weights {
      defer { start += sums.count }
      if weight == 0 { continue }
      let row = UnsafeBufferPointer(rebasing: rows[start..<start + sums.count])
      // A product of sixteen bits each, which processors have many of at once.
      for index in 0..<sums.count { sums[index] &+= Int32(row[index]) &* Int32(weight) }
    }
  }

  private static func shorten(
    _ sums: UnsafeMutableBufferPointer<Int32>, into row: UnsafeMutableBufferPointer<SIMD4<Int16>>
  ) {
    let shift = ScalingWeights.bits - extraBits
    for pixel in 0..<row.count {
      row[pixel] = SIMD4(
        Int16(truncatingIfNeeded: sums[3 * pixel] &>> shift), Int16(truncatingIfNeeded: sums[3 * pixel + 1] &>> shift),
        Int16(truncatingIfNeeded: sums[3 * pixel + 2] &>> shift), 0)
    }
  }

  private static func scale(
    _ row: UnsafeMutableBufferPointer<SIMD4<Int16>>, _ across: ScalingWeights,
    into result: UnsafeMutableBufferPointer<UInt8>
  ) {
    let shift = ScalingWeights.bits + extraBits
    across.weights.withUnsafeBufferPointer { weights in
      for pixel in 0..<across.starts.count {
        let start = across.starts[pixel]
        var sum = SIMD4<Int32>(repeating: 1 << (shift - 1))
        for tap in 0..<across.taps {
          sum &+= SIMD4<Int32>(truncatingIfNeeded: row[start + tap]) &* Int32(weights[pixel * across.taps + tap])
        }
        // INVARIANT: weights sum up to one, so no value is over 255.
        let values = sum &>> shift
        for channel in 0..<3 {
          result.initializeElement(at: 3 * pixel + channel, to: UInt8(truncatingIfNeeded: values[channel]))
        }
      }
    }
  }
}
