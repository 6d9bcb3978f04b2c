/// The sides of a picture that may be taken in, in pixels.
struct PixelSize: Equatable {
  let width: Int
  let height: Int

  /// - Throws: `invalid` where there is nothing, `tooLarge` where there is too much.
  init(width: Int, height: Int) throws(ImageError) {
    guard width > 0, height > 0 else { throw ImageError(.invalid, "a picture has at least one pixel") }
    guard width <= ImageLimits.side, height <= ImageLimits.side else {
      throw ImageError(
        .tooLarge, "a picture of \(width) x \(height) pixels has a side over the limit of \(ImageLimits.side)")
    }
    guard width * height <= ImageLimits.pixels else {
      throw ImageError(
        .tooLarge, "a picture of \(width) x \(height) pixels is over the limit of \(ImageLimits.pixels) in all")
    }
    self.width = width
    self.height = height
  }

  var pixels: Int { width * height }
}
