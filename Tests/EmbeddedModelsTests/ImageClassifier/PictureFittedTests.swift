import ContentIntake
import Testing

@testable import EmbeddedModels

@Suite struct PictureFittedTests {
  /// Its columns tell where in the picture a pixel comes from, and its rows.
  private func picture(width: Int, height: Int) -> Picture {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { pixels += [UInt8(x), UInt8(y), 7] }
    }
    return Picture(width: width, height: height, rgb: pixels)
  }

  /// The middle of what is longer is taken, whichever side that is.
  @Test(arguments: [(40, 16, 12, 0), (16, 41, 0, 12), (16, 16, 0, 0)])
  func cropsTheMiddle(width: Int, height: Int, left: Int, top: Int) {
    let pixels = picture(width: width, height: height).fitted(to: 16, .crop)
    #expect(pixels.count == 3 * 16 * 16)
    for y in 0..<16 {
      for x in 0..<16 {
        let pixel = 3 * (16 * y + x)
        #expect(pixels[pixel..<pixel + 3] == [UInt8(left + x), UInt8(top + y), 7])
      }
    }
  }

  /// What is wanted of a scaled picture is what the whole of it has there.
  @Test func windowsAreParts() {
    let picture = picture(width: 97, height: 61)
    let whole = picture.scaled(width: 50, height: 44)
    let part = picture.scaled(width: 50, height: 44, columns: 20..<50, rows: 3..<30)
    for (row, y) in (3..<30).enumerated() {
      #expect(part[3 * 30 * row..<3 * 30 * (row + 1)] == whole[3 * (50 * y + 20)..<3 * (50 * y + 50)])
    }
  }

  /// A picture of one pixel's height takes no more than its square: the rest of it is never made.
  @Test func thinPicturesCostNoMore() {
    let pixels = Picture(width: 2048, height: 1, rgb: Array(repeating: 9, count: 3 * 2048)).fitted(to: 1024, .crop)
    #expect(pixels.count == 3 * 1024 * 1024 && pixels.allSatisfy { $0 == 9 })
  }

  /// Numbers are those of the colours, plane by plane, less the mean, by the deviation.
  @Test func normalizes() {
    let sight = ImageClassifierConfiguration.Sight(
      size: 16, fit: .stretch, mean: [0.5, 0, 0.25], deviation: [0.25, 1, 0.5])
    let rgb = (0..<256).flatMap { _ in [255, 51, 0] as [UInt8] }
    let tensor = Picture(width: 16, height: 16, rgb: rgb).tensor(for: sight)
    #expect(tensor.count == 3 * 256)
    for (plane, value) in [2, 0.2, -0.5].enumerated() {
      #expect(tensor[256 * plane..<256 * (plane + 1)].allSatisfy { abs(Double($0) - value) < 1e-6 })
    }
  }
}
