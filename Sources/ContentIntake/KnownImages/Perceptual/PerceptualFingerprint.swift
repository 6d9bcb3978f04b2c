/// What a picture looks like: its PDQ hash, and how far to trust it.
package struct PerceptualFingerprint: Sendable {
  /// Smaller pictures have no hash: all its bits are clear, and the quality is 0.
  package static let smallestSide = 5

  package let hash: PerceptualHash
  /// 0 to 100, more where there is more to see. Flat, blank and blurred pictures have little, and hashes like those of
  /// many others.
  package let quality: Int

  /// - Parameters:
  ///   - rgb: red, green and blue of each pixel, 8 bits each, row by row from the top, without gaps.
  ///   - width: in pixels.
  ///   - height: in pixels.
  package init(rgb: [UInt8], width: Int, height: Int) {
    precondition(
      width >= 0 && height >= 0 && rgb.count == 3 * width * height, "a picture has three bytes for each pixel")
    guard width >= Self.smallestSide, height >= Self.smallestSide else {
      (hash, quality) = (.zero, 0)
      return
    }
    let grid = LumaGrid(rgb: rgb, width: width, height: height)
    quality = grid.quality
    hash = Self.hash(of: CosineTransform.coefficients(of: grid))
  }

  private static func hash(of coefficients: [Double]) -> PerceptualHash {
    // The lower of the two in the middle.
    let median = coefficients.sorted()[coefficients.count / 2 - 1]
    var words: [UInt64] = [0, 0, 0, 0]
    for (bit, coefficient) in coefficients.enumerated() where coefficient > median {
      words[3 - bit / 64] |= 1 << UInt64(bit % 64)
    }
    return PerceptualHash(word0: words[0], word1: words[1], word2: words[2], word3: words[3])
  }
}
