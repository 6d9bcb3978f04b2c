package import Foundation

/// What a file says of its picture, read from the bytes alone before anything is decoded.
///
/// The container is walked from end to end, in time linear in the bytes, so that most lies are found here: lengths that
/// do not fit, sizes without the data for them, too many parts. That the pixels are sound is seen when they are decoded.
/// What follows the end of the picture is not looked at, neither here nor later: cameras put films there.
package struct ImageHeader: Sendable, Hashable {
  package let format: ImageFormat
  /// Pixels, as stored: `orientation` may exchange the sides.
  package let width: Int
  /// Pixels, as stored.
  package let height: Int
  /// 1 where nothing moves.
  package let frames: Int
  /// An animation may have a single frame.
  package let isAnimated: Bool
  /// How the stored picture is to be turned, 1...8 as EXIF has it; 1, as it is, where the file says nothing sound of it.
  package let orientation: Int

  /// - Throws: `unsupportedFormat`, `invalid` or `tooLarge`.
  package init(_ bytes: Data) throws(ImageError) {
    guard bytes.count <= ImageLimits.bytes else {
      throw ImageError(
        .tooLarge, "a picture of \(bytes.count) bytes is over the limit of \(ImageLimits.bytes)")
    }
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ImageError) in try Self.read(ImageBytes(buffer)) }
    }
    self = try result.get()
  }

  private static func read(_ bytes: ImageBytes) throws(ImageError) -> ImageHeader {
    switch ImageFormat(of: bytes) {
    case .png: try PNGStructure.header(of: bytes)
    case .jpeg: try JPEGStructure.header(of: bytes)
    case .webp: try WebPStructure.header(of: bytes)
    case nil: throw ImageError(.unsupportedFormat, "a picture is taken as PNG, JPEG or WebP, told by its bytes")
    }
  }

  init(
    _ format: ImageFormat, size: PixelSize, frames: Int = 1, isAnimated: Bool = false, orientation: Int = 1
  ) {
    self.format = format
    width = size.width
    height = size.height
    self.frames = frames
    self.isAnimated = isAnimated
    self.orientation = orientation
  }
}

extension ImageHeader {
  static func checkFrames(_ frames: Int) throws(ImageError) {
    guard frames <= ImageLimits.frames else {
      throw ImageError(.tooLarge, "an animation of \(frames) frames is over the limit of \(ImageLimits.frames)")
    }
  }

  static func checkMetadata(parts: Int) throws(ImageError) {
    guard parts <= ImageLimits.metadataParts else {
      throw ImageError(.tooLarge, "a picture has at most \(ImageLimits.metadataParts) parts beside its pixels")
    }
  }
}

extension ImageError {
  static func invalid(_ format: String, _ reason: String) -> ImageError {
    ImageError(.invalid, "the \(format) is broken: \(reason)")
  }
}
