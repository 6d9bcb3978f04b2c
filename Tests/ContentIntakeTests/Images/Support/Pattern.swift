@testable import ContentIntake

/// The picture that most fixtures show: red grows to the right, green downwards, blue falls to the right.
struct Pattern {
  var width = 48
  var height = 32

  func pixel(_ x: Int, _ y: Int) -> (red: Int, green: Int, blue: Int) {
    (x * 255 / (width - 1), y * 255 / (height - 1), 255 - x * 127 / (width - 1))
  }

  var picture: Picture {
    let rgb = (0..<width * height).flatMap { index in
      let (red, green, blue) = pixel(index % width, index / width)
      return [UInt8(red), UInt8(green), UInt8(blue)]
    }
    return Picture(width: width, height: height, rgb: rgb)
  }
}

extension Picture {
  /// By how much the samples of two pictures differ at most; nil where their sizes do.
  func largestDifference(from other: Picture) -> Int? {
    guard width == other.width, height == other.height else { return nil }
    return zip(rgb, other.rgb).map { abs(Int($0) - Int($1)) }.max()
  }

  /// The same on average.
  func meanDifference(from other: Picture) -> Double? {
    guard width == other.width, height == other.height else { return nil }
    return Double(zip(rgb, other.rgb).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(rgb.count)
  }

  func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(rgb[3 * (y * width + x)..<3 * (y * width + x) + 3]) }
}
