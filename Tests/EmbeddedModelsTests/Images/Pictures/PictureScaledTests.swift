import ContentIntake
import Testing

@testable import EmbeddedModels

@Suite struct PictureScaledTests {
  /// A picture of a size of its own is left as it is.
  @Test func sameSizeChangesNothing() {
    let picture = Picture.noise(width: 13, height: 7)
    #expect(picture.scaled(width: 13, height: 7) == picture.rgb)
  }

  /// Each pixel is the mean of those it covers and those around them, weighted by a triangle: up, down, by fractions,
  /// and where hardly anything is left.
  @Test(arguments: [(40, 30, 13, 11), (40, 30, 80, 91), (200, 3, 7, 9), (1, 1, 5, 4), (3, 170, 1, 1), (17, 17, 17, 4)])
  func weighsByTriangles(width: Int, height: Int, newWidth: Int, newHeight: Int) {
    let picture = Picture.noise(width: width, height: height)
    let scaled = picture.scaled(width: newWidth, height: newHeight)
    let expected = picture.scaledSlowly(width: newWidth, height: newHeight)
    #expect(scaled.count == expected.count)
    #expect(zip(scaled, expected).allSatisfy { abs(Double($0) - $1) <= 0.6 })
  }

  /// What is of one colour stays so, to the brightest.
  @Test(arguments: [0, 1, 127, 254, 255] as [UInt8]) func keepsOneColour(value: UInt8) {
    let picture = Picture(width: 301, height: 77, rgb: Array(repeating: value, count: 3 * 301 * 77))
    for (width, height) in [(26, 41), (1, 1), (400, 3)] {
      #expect(Set(picture.scaled(width: width, height: height)) == [value])
    }
  }
}

extension Picture {
  /// The same numbers each time.
  static func noise(width: Int, height: Int) -> Picture {
    var state: UInt32 = 7
    return Picture(
      width: width, height: height,
      rgb: (0..<3 * width * height).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      })
  }

  /// As the formula has it.
  fileprivate func scaledSlowly(width newWidth: Int, height newHeight: Int) -> [Double] {
    func weights(_ pixel: Int, _ source: Int, _ result: Int) -> [Double] {
      let step = Double(source) / Double(result)
      let centre = (Double(pixel) + 0.5) * step
      let heights = (0..<source).map { max(0, 1 - abs(Double($0) + 0.5 - centre) / max(step, 1)) }
      return heights.map { $0 / heights.reduce(0, +) }
    }
    let columns = (0..<newWidth).map { weights($0, width, newWidth) }
    return (0..<newHeight).flatMap { y in
      let rows = weights(y, height, newHeight)
      return columns.flatMap { columns in
        (0..<3).map { channel in
          var sum = 0.0
          for (row, rowWeight) in rows.enumerated() where rowWeight > 0 {
            for (column, weight) in columns.enumerated() where weight > 0 {
              sum += rowWeight * weight * Double(rgb[3 * (row * width + column) + channel])
            }
          }
          return sum
        }
      }
    }
  }
}
