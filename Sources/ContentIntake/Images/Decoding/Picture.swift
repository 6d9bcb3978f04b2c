/// A decoded picture, upright.
package struct Picture: Sendable, Hashable {
  /// Pixels.
  package let width: Int
  /// Pixels.
  package let height: Int
  /// Red, green and blue of each pixel, 8 bits each, row by row from the top, without gaps.
  package let rgb: [UInt8]

  /// - Parameter rgb: 3 bytes for each pixel.
  package init(width: Int, height: Int, rgb: [UInt8]) {
    precondition(rgb.count == 3 * width * height, "a picture has three bytes for each pixel")
    self.width = width
    self.height = height
    self.rgb = rgb
  }
}
