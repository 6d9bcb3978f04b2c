/// What is taken in of pictures at most: checked on the header, before anything is allocated for the pixels.
package enum ImageLimits {
  /// Bytes of a file.
  package static let bytes = 20 << 20
  /// Pixels of a picture, or of an animation's canvas.
  package static let pixels = 40_000_000
  /// Pixels of a side.
  package static let side = 32_767
  /// Frames of an animation.
  package static let frames = 1_000
  /// Pixels of an animation's canvas times its frames: what is gone through to reach its last frame.
  package static let animationPixels = 400_000_000
  /// Chunks of a PNG or WebP and segments of a JPEG that carry no pixels.
  package static let metadataParts = 4_096
  /// Scans of a JPEG. Each may go through the whole picture for next to no bytes; encoders write 10 or so.
  package static let scans = 64
  /// Bytes that the decoder of a progressive JPEG or of an animation may work with beside its output.
  package static let workingMemory = 256 << 20
  /// Pixels of the longer side of a decoded picture.
  package static let decodedSide = 2_048
}
