/// The chunks of a PNG (W3C, Portable Network Graphics, third edition), with the animation chunks of the same document.
enum PNGStructure {
  /// What the chunks seen so far have said.
  private struct Chunks {
    var hasPalette = false
    var hasEnd = false
    /// Bytes of compressed pixels.
    var pixelBytes = 0
    var hasPixels = false
    /// Nil where there is no animation.
    var declaredFrames: Int?
    var frames = 0
    var metadata = 0
    var orientation: Int?
  }

  private static let signatureLength = 8
  /// Length, type and checksum.
  private static let chunkOverhead = 12
  /// Deflate makes at most 258 bytes of 2 bits.
  private static let mostFromAByte = 1_032

  static func header(of bytes: ImageBytes) throws(ImageError) -> ImageHeader {
    let fields = try fields(of: bytes)
    var chunks = Chunks()
    var place = signatureLength
    while !chunks.hasEnd {
      guard let length = bytes.bigEndian(4, at: place), let type = bytes.bigEndian(4, at: place + 4),
        let body = bytes.part(from: place + 8, count: length), bytes.byte(at: place + 11 + length) != nil
      else { throw .invalid("PNG", "a chunk reaches beyond the end") }
      try take(body, type: UInt32(truncatingIfNeeded: type), isFirst: place == signatureLength, into: &chunks)
      place += chunkOverhead + length
    }
    try check(chunks, against: fields)
    return ImageHeader(
      .png, size: fields.size, frames: chunks.declaredFrames ?? 1, isAnimated: chunks.declaredFrames != nil,
      orientation: chunks.orientation ?? 1)
  }

  /// What the first chunk says of the pixels.
  private struct Fields {
    let size: PixelSize
    let bitsPerPixel: Int
    let isIndexed: Bool
  }

  private static func fields(of bytes: ImageBytes) throws(ImageError) -> Fields {
    guard bytes.bigEndian(4, at: 8) == 13, bytes.has("IHDR", at: 12), let width = bytes.bigEndian(4, at: 16),
      let height = bytes.bigEndian(4, at: 20), let depth = bytes.byte(at: 24), let color = bytes.byte(at: 25),
      let compression = bytes.byte(at: 26), let filter = bytes.byte(at: 27), let interlacing = bytes.byte(at: 28)
    else { throw .invalid("PNG", "it does not begin with a header") }
    guard let channels = channels(ofColor: color, depth: depth), compression == 0, filter == 0, interlacing <= 1 else {
      throw .invalid("PNG", "its header names a kind of pixels that there is not")
    }
    return Fields(
      size: try PixelSize(width: width, height: height), bitsPerPixel: channels * Int(depth), isIndexed: color == 3)
  }

  private static func channels(ofColor color: UInt8, depth: UInt8) -> Int? {
    switch (color, depth) {
    case (0, 1), (0, 2), (0, 4), (0, 8), (0, 16): 1
    case (2, 8), (2, 16): 3
    case (3, 1), (3, 2), (3, 4), (3, 8): 1
    case (4, 8), (4, 16): 2
    case (6, 8), (6, 16): 4
    default: nil
    }
  }

  private static func take(
    _ body: ImageBytes, type: UInt32, isFirst: Bool, into chunks: inout Chunks
  ) throws(ImageError) {
    switch type {
    case name("IHDR"):
      guard isFirst else { throw .invalid("PNG", "it has two headers") }
    case name("PLTE"):
      guard !chunks.hasPixels, body.count.isMultiple(of: 3), (3...768).contains(body.count) else {
        throw .invalid("PNG", "its palette is of no use")
      }
      chunks.hasPalette = true
    case name("IDAT"):
      chunks.hasPixels = true
      chunks.pixelBytes += body.count
    case name("IEND"):
      chunks.hasEnd = true
    case name("acTL"):
      // After the pixels it is not an animation, nor is it one twice.
      guard !chunks.hasPixels, chunks.declaredFrames == nil, let frames = body.bigEndian(4, at: 0), frames > 0 else {
        throw .invalid("PNG", "what it says of its animation is of no use")
      }
      try ImageHeader.checkFrames(frames)
      chunks.declaredFrames = frames
    case name("fcTL"):
      chunks.frames += 1
      try ImageHeader.checkFrames(chunks.frames)
    case name("fdAT"):
      break
    case name("eXIf"):
      if chunks.orientation == nil { chunks.orientation = EXIFOrientation.read(body) }
      fallthrough
    default:
      guard isName(type) else { throw .invalid("PNG", "a chunk has no name") }
      // A capital first says that the picture cannot be understood without the chunk.
      guard type & 0x2000_0000 != 0 else { throw .invalid("PNG", "it has a chunk that only some program understands") }
      chunks.metadata += 1
      try ImageHeader.checkMetadata(parts: chunks.metadata)
    }
  }

  private static func check(_ chunks: Chunks, against fields: Fields) throws(ImageError) {
    guard chunks.hasPixels else { throw .invalid("PNG", "it has no pixels") }
    guard chunks.hasPalette || !fields.isIndexed else { throw .invalid("PNG", "it has no palette") }
    if let declared = chunks.declaredFrames, declared != chunks.frames {
      throw .invalid("PNG", "it has not as many frames as it says")
    }
    // INVARIANT: at most the limit of pixels times 64 bits.
    let needed = fields.size.pixels * fields.bitsPerPixel / 8
    guard (chunks.pixelBytes + 1) * mostFromAByte >= needed else {
      throw .invalid("PNG", "it has too few bytes for its size")
    }
  }

  private static func name(_ name: StaticString) -> UInt32 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  private static func isName(_ type: UInt32) -> Bool {
    (0..<4).allSatisfy { index in
      let letter = UInt8(truncatingIfNeeded: type >> (8 * UInt32(index))) | 0x20
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
    }
  }
}
