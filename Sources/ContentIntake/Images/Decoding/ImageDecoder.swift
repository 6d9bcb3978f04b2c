internal import CImageCodecs
package import Foundation

/// Makes pictures of bytes whose header has been read.
package enum ImageDecoder {
  /// Decodes a picture on the calling thread, which may take seconds: see `DecodingPool`.
  ///
  /// A larger picture is reduced while it is read, each pixel being the average of the area that it stands for; a
  /// smaller one stays as it is. What is transparent lies on white. Colours are taken as they are stored, without
  /// profile or gamma.
  ///
  /// Of an animated WebP the first, the middle and the last frame are decoded, as they are shown. An animated PNG is
  /// taken as the still picture that programs without animation show; its other frames are not looked at.
  ///
  /// Beside its result a call needs, with the limits on pictures: for a PNG, little; for an interlaced PNG, 24 bytes for
  /// each pixel of the result; for a JPEG, little, or where it is progressive 2 bytes for each stored sample, 240 MB at
  /// most; for a WebP up to 4 bytes a pixel, 160 MB at most; for an animated WebP up to 12 bytes a pixel of its canvas,
  /// 256 MiB at most.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - header: as read from the same bytes.
  ///   - longestSide: pixels of the result's longer side at most, 1...`ImageLimits.decodedSide`; taken into that range.
  /// - Returns: one picture, or up to three of an animated WebP, in the order of its frames; never none.
  /// - Throws: `invalid` where pixels are missing or broken, however few; else as an `ImageError` says.
  package static func decode(
    _ bytes: Data, header: ImageHeader, longestSide: Int
  ) throws(ImageError) -> [Picture] {
    let result = bytes.withUnsafeBytes { buffer in
      Result { () throws(ImageError) in try decode(buffer, header, longestSide) }
    }
    return try result.get()
  }

  private static func decode(
    _ buffer: UnsafeRawBufferPointer, _ header: ImageHeader, _ longestSide: Int
  ) throws(ImageError) -> [Picture] {
    let bytes = buffer.bindMemory(to: UInt8.self)
    guard let start = bytes.baseAddress else { throw ImageError(.invalid, "a picture has bytes") }
    // INVARIANT: a header's sides are within the limits.
    var request = cimage_request(
      width: UInt32(header.width), height: UInt32(header.height),
      longest_side: UInt32(min(max(longestSide, 1), ImageLimits.decodedSide)),
      maximum_scans: UInt32(ImageLimits.scans), maximum_memory: UInt64(ImageLimits.workingMemory))
    let chosen = header.format == .webp && header.isAnimated ? chosenFrames(of: header.frames) : [0]
    var pictures = chosen.map { _ in cimage_picture() }
    defer {
      for index in pictures.indices { cimage_picture_free(&pictures[index]) }
    }
    let status =
      switch header.format {
      case .png: cimage_decode_png(start, bytes.count, &request, &pictures)
      case .jpeg: cimage_decode_jpeg(start, bytes.count, &request, &pictures)
      case .webp where header.isAnimated:
        cimage_decode_webp_animation(
          start, bytes.count, &request, UInt32(header.frames), chosen, chosen.count, &pictures)
      case .webp: cimage_decode_webp(start, bytes.count, &request, &pictures)
      }
    if let error = ImageError(status, decoding: header.format) { throw error }
    return pictures.map { upright($0, header.orientation) }
  }

  /// The first, the middle and the last, each once.
  static func chosenFrames(of count: Int) -> [UInt32] {
    var chosen: [UInt32] = []
    for frame in [0, count / 2, count - 1] where chosen.last != UInt32(frame) { chosen.append(UInt32(frame)) }
    return chosen
  }

  private static func upright(_ picture: cimage_picture, _ orientation: Int) -> Picture {
    let width = Int(picture.width)
    let height = Int(picture.height)
    let stored = UnsafeBufferPointer(start: picture.rgb, count: 3 * width * height)
    return PictureOrientation(orientation, width: width, height: height).upright(stored)
  }
}

extension ImageError {
  /// - Returns: nil where there is nothing amiss.
  fileprivate init?(_ status: cimage_status, decoding format: ImageFormat) {
    let name = String(describing: format)
    switch status {
    case CIMAGE_DECODED: return nil
    case CIMAGE_UNSUPPORTED: self.init(.unsupportedFormat, "the picture is a kind of \(name) that is not decoded")
    case CIMAGE_TOO_LARGE:
      self.init(.tooLarge, "the picture needs more scans or more memory than a \(name) may")
    case CIMAGE_OUT_OF_MEMORY: self.init(.overloaded, "there is no memory to decode the picture")
    default: self.init(.invalid, "the picture is broken: its pixels cannot be read to the end")
    }
  }
}
