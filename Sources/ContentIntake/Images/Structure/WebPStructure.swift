/// The chunks of a WebP (RFC 9649), and what its bitstreams say of their size (RFC 6386, section 9.1).
enum WebPStructure {
  private static let animationFlag: UInt8 = 0x02
  /// Name and length.
  private static let chunkHeader = 8
  /// Place, size, duration and flags of a frame.
  private static let frameHeader = 16
  /// For each pixel of an animation's canvas: two canvases, and a frame without loss on its way to them.
  private static let animationBytesPerPixel = 12

  static func header(of bytes: ImageBytes) throws(ImageError) -> ImageHeader {
    guard let length = bytes.littleEndian(4, at: 4), length >= 4 + chunkHeader,
      let chunks = bytes.part(from: 12, count: length - 4)
    else { throw .invalid("WebP", "it is shorter than it says") }
    if chunks.has("VP8X", at: 0) { return try extended(chunks) }
    let first = try chunk(of: chunks, at: 0)
    guard let size = try size(ofBitstream: first) else { throw .invalid("WebP", "it begins with no picture") }
    return ImageHeader(.webp, size: size)
  }

  private struct Chunk {
    let name: String
    let body: ImageBytes
    /// Where the next one begins.
    let end: Int
  }

  private static func chunk(of bytes: ImageBytes, at place: Int) throws(ImageError) -> Chunk {
    guard let name = bytes.part(from: place, count: 4), let length = bytes.littleEndian(4, at: place + 4),
      let body = bytes.part(from: place + chunkHeader, count: length)
    else { throw .invalid("WebP", "a chunk reaches beyond the end") }
    // Chunks begin at even places. The last one's filler is missing in some files.
    return Chunk(name: name.text, body: body, end: place + chunkHeader + length + length % 2)
  }

  /// - Returns: nil where the chunk is no bitstream.
  private static func size(ofBitstream chunk: Chunk) throws(ImageError) -> PixelSize? {
    switch chunk.name {
    case "VP8 ": try lossySize(chunk.body)
    case "VP8L": try losslessSize(chunk.body)
    default: nil
    }
  }

  private static func lossySize(_ body: ImageBytes) throws(ImageError) -> PixelSize {
    guard let tag = body.littleEndian(3, at: 0), body.has([0x9d, 0x01, 0x2a], at: 3),
      let width = body.littleEndian(2, at: 6), let height = body.littleEndian(2, at: 8)
    else { throw .invalid("WebP", "its frame has no header") }
    // A key frame, of one of four versions, to be shown, whose first partition is there.
    guard tag & 1 == 0, tag >> 1 & 7 <= 3, tag >> 4 & 1 == 1, tag >> 5 < body.count else {
      throw .invalid("WebP", "its frame is no picture")
    }
    // The upper 2 bits are a hint for scaling.
    return try PixelSize(width: width & 0x3fff, height: height & 0x3fff)
  }

  private static func losslessSize(_ body: ImageBytes) throws(ImageError) -> PixelSize {
    guard body.byte(at: 0) == 0x2f, let bits = body.littleEndian(4, at: 1), bits >> 29 == 0 else {
      throw .invalid("WebP", "its frame has no header")
    }
    return try PixelSize(width: (bits & 0x3fff) + 1, height: (bits >> 14 & 0x3fff) + 1)
  }
}

extension WebPStructure {
  /// What the chunks behind the first have said.
  private struct Parts {
    var picture: PixelSize?
    var frames = 0
    var metadata = 0
    var orientation: Int?
  }

  private static func extended(_ chunks: ImageBytes) throws(ImageError) -> ImageHeader {
    let first = try chunk(of: chunks, at: 0)
    guard let flags = first.body.byte(at: 0), let width = first.body.littleEndian(3, at: 4),
      let height = first.body.littleEndian(3, at: 7)
    else { throw .invalid("WebP", "its header is of no use") }
    let canvas = try PixelSize(width: width + 1, height: height + 1)
    let isAnimated = flags & animationFlag != 0

    var parts = Parts()
    var place = first.end
    while place < chunks.count {
      let next = try chunk(of: chunks, at: place)
      try take(next, isAnimated: isAnimated, canvas: canvas, into: &parts)
      place = next.end
    }
    guard isAnimated else {
      guard parts.picture == canvas else { throw .invalid("WebP", "its picture is not of the size that it says") }
      return ImageHeader(.webp, size: canvas, orientation: parts.orientation ?? 1)
    }
    guard parts.frames > 0 else { throw .invalid("WebP", "it is an animation without frames") }
    try checkEffort(of: canvas, frames: parts.frames)
    return ImageHeader(
      .webp, size: canvas, frames: parts.frames, isAnimated: true, orientation: parts.orientation ?? 1)
  }

  private static func take(
    _ chunk: Chunk, isAnimated: Bool, canvas: PixelSize, into parts: inout Parts
  ) throws(ImageError) {
    switch chunk.name {
    case "ANMF" where isAnimated:
      let picture = try placedPicture(of: chunk.body, on: canvas)
      parts.frames += 1
      try ImageHeader.checkFrames(parts.frames)
      try checkPicture(picture, into: &parts)
    case "VP8 " where !isAnimated && parts.picture == nil, "VP8L" where !isAnimated && parts.picture == nil:
      parts.picture = try size(ofBitstream: chunk)
    default:
      if chunk.name == "EXIF", parts.orientation == nil { parts.orientation = EXIFOrientation.read(chunk.body) }
      parts.metadata += 1
      try ImageHeader.checkMetadata(parts: parts.metadata)
    }
  }

  /// The chunks of a frame's picture, and its size.
  private struct PlacedPicture {
    let size: PixelSize
    let chunks: ImageBytes
  }

  private static func placedPicture(
    of body: ImageBytes, on canvas: PixelSize
  ) throws(ImageError) -> PlacedPicture {
    guard let x = body.littleEndian(3, at: 0), let y = body.littleEndian(3, at: 3),
      let width = body.littleEndian(3, at: 6), let height = body.littleEndian(3, at: 9),
      let chunks = body.part(from: frameHeader, count: body.count - frameHeader)
    else { throw .invalid("WebP", "a frame has no header") }
    guard 2 * x + width + 1 <= canvas.width, 2 * y + height + 1 <= canvas.height else {
      throw .invalid("WebP", "a frame reaches beyond the canvas")
    }
    return PlacedPicture(size: try PixelSize(width: width + 1, height: height + 1), chunks: chunks)
  }

  private static func checkPicture(_ picture: PlacedPicture, into parts: inout Parts) throws(ImageError) {
    var place = 0
    while place < picture.chunks.count {
      let next = try chunk(of: picture.chunks, at: place)
      if let size = try size(ofBitstream: next) {
        guard size == picture.size else { throw .invalid("WebP", "a frame is not of the size that it says") }
        return
      }
      parts.metadata += 1
      try ImageHeader.checkMetadata(parts: parts.metadata)
      place = next.end
    }
    throw .invalid("WebP", "a frame has no picture")
  }

  private static func checkEffort(of canvas: PixelSize, frames: Int) throws(ImageError) {
    // INVARIANT: both factors are within their limits, so the products are small.
    guard canvas.pixels * frames <= ImageLimits.animationPixels else {
      throw ImageError(
        .tooLarge,
        "an animation of \(frames) frames of \(canvas.width) x \(canvas.height) pixels is over the limit of"
          + " \(ImageLimits.animationPixels) in all")
    }
    guard canvas.pixels * animationBytesPerPixel <= ImageLimits.workingMemory else {
      throw ImageError(
        .tooLarge,
        "an animation of \(canvas.width) x \(canvas.height) pixels is over the limit of"
          + " \(ImageLimits.workingMemory / animationBytesPerPixel)")
    }
  }
}
