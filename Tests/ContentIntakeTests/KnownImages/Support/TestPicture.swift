import Foundation

/// A picture to hash: a file of the fixtures, or one made by whole numbers.
struct TestPicture: Sendable, Hashable {
  var width: Int
  var height: Int
  /// Three bytes for each pixel, row by row.
  var rgb: [UInt8]

  /// What a name of Fixtures/hashes.txt stands for.
  init(named name: String) throws {
    if name.hasSuffix(".ppm") || name.hasSuffix(".pgm") {
      try self.init(file: name)
    } else {
      let parts = name.split(separator: "-")
      let numbers = parts.dropFirst().compactMap { Int($0) }
      guard parts.count == 4, numbers.count == 3, let made = MadePicture(rawValue: String(parts[0])) else {
        throw CocoaError(.fileNoSuchFile)
      }
      self.init(width: numbers[0], height: numbers[1]) {
        made.color(x: $0, y: $1, width: $2, height: $3, seed: numbers[2])
      }
    }
  }

  init(width: Int, height: Int, color: (_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> (Int, Int, Int)) {
    (self.width, self.height) = (width, height)
    rgb = []
    rgb.reserveCapacity(3 * width * height)
    for y in 0..<height {
      for x in 0..<width {
        let (red, green, blue) = color(x, y, width, height)
        rgb.append(UInt8(red))
        rgb.append(UInt8(green))
        rgb.append(UInt8(blue))
      }
    }
  }

  /// Reads a binary PPM or PGM of one byte a value, without comments.
  private init(file: String) throws {
    let bytes = try [UInt8](Data(contentsOf: Self.fixture(file)))
    let header = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
    let size = String(decoding: header[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    let values = Array(header[3])
    (width, height) = (size[0], size[1])
    rgb = bytes[1] == UInt8(ascii: "6") ? values : values.flatMap { [$0, $0, $0] }
  }

  static func fixture(_ name: String, file: String = #filePath) -> URL {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    return folder.appending(path: "Fixtures/\(name)")
  }

  func color(x: Int, y: Int) -> (Int, Int, Int) {
    let place = 3 * (y * width + x)
    return (Int(rgb[place]), Int(rgb[place + 1]), Int(rgb[place + 2]))
  }

  /// Each pixel a square of pixels.
  func enlarged(_ times: Int) -> TestPicture {
    TestPicture(width: times * width, height: times * height) { x, y, _, _ in color(x: x / times, y: y / times) }
  }

  /// Made larger, or smaller by a half at most.
  func scaled(width newWidth: Int, height newHeight: Int) -> TestPicture {
    TestPicture(width: newWidth, height: newHeight) { x, y, _, _ in
      // Two by two points of the new pixel, each read between the four old pixels around it.
      var sums = (0.0, 0.0, 0.0)
      for part in 0..<4 {
        let across = (Double(x) + (Double(part % 2) + 0.5) / 2) * Double(width) / Double(newWidth) - 0.5
        let down = (Double(y) + (Double(part / 2) + 0.5) / 2) * Double(height) / Double(newHeight) - 0.5
        for (column, columnWeight) in Self.neighbours(of: across, count: width) {
          for (row, rowWeight) in Self.neighbours(of: down, count: height) {
            let weight = columnWeight * rowWeight / 4
            let color = color(x: column, y: row)
            sums.0 += weight * Double(color.0)
            sums.1 += weight * Double(color.1)
            sums.2 += weight * Double(color.2)
          }
        }
      }
      return (Int(sums.0.rounded()), Int(sums.1.rounded()), Int(sums.2.rounded()))
    }
  }

  private static func neighbours(of place: Double, count: Int) -> [(Int, Double)] {
    let lower = place.rounded(.down)
    let upperWeight = place - lower
    return [
      (min(count - 1, max(0, Int(lower))), 1 - upperWeight), (min(count - 1, max(0, Int(lower) + 1)), upperWeight),
    ]
  }

  /// Each value through a function, cut off at 0 and 255.
  func toned(_ tone: (Double) -> Double) -> TestPicture {
    var toned = self
    toned.rgb = rgb.map { UInt8(min(255, max(0, tone(Double($0)).rounded()))) }
    return toned
  }
}
