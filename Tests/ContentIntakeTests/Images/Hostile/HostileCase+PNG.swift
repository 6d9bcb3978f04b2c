@testable import ContentIntake

/// PNGs.
extension HostileCase {
  private static let small = PNGWriter(width: 8, height: 8)
  private static let pixels = ZlibWriter.stored(small.rows { [$0, $1, 0] })
  /// Deflate's best: a hundred million zeros.
  private static var bomb: [UInt8] { ZlibWriter.zeros(100_000_000) }
  private static let largeGray = PNGWriter(width: 6_300, height: 6_300, color: .gray)

  private static func png(
    _ name: String, _ expected: Outcome, _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8]
  ) -> HostileCase {
    HostileCase("PNG: " + name, expected, try bytes())
  }

  /// A small PNG with chunks before its pixels.
  private static func before(
    _ name: String, _ expected: Outcome, _ chunks: @autoclosure @escaping @Sendable () -> [UInt8]
  ) -> HostileCase {
    png(name, expected, small.file(pixels: pixels, before: chunks()))
  }

  private static func sized(_ width: Int, _ height: Int) -> [UInt8] {
    PNGWriter(width: width, height: height).file(pixels: pixels)
  }

  /// The header with other bytes behind the sides: depth, colour type, compression, filter, interlacing.
  private static func kind(_ bytes: [UInt8]) -> [UInt8] {
    let body: [UInt8] = [0, 0, 0, 8, 0, 0, 0, 8] + bytes
    return PNGWriter.signature + PNGWriter.chunk("IHDR", body) + PNGWriter.chunk("IDAT", pixels) + PNGWriter.end
  }

  /// A chunk that says that it has another length.
  private static func chunk(_ name: String, saying length: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(bigEndian: length, bytes: 4)
    return bytes + PNGWriter.chunk(name, pixels).dropFirst(4)
  }

  private static func animation(_ frames: Int) -> [UInt8] {
    var body: [UInt8] = []
    body.append(bigEndian: frames, bytes: 4)
    body.append(bigEndian: 0, bytes: 4)
    return PNGWriter.chunk("acTL", body)
  }

  private static func frameControls(_ count: Int) -> [UInt8] {
    Array(repeating: PNGWriter.chunk("fcTL", Array(repeating: 0, count: 26)), count: count).flatMap(\.self)
  }

  private static func broken(_ chunk: [UInt8]) -> [UInt8] { chunk.dropLast() + [chunk[chunk.count - 1] ^ 1] }

  private static func texts(_ count: Int) -> [UInt8] {
    Array(repeating: PNGWriter.chunk("tEXt", [0x61, 0]), count: count).flatMap(\.self)
  }

  /// A palette whose second half is missing, and pixels that name it.
  private static var beyondPalette: [UInt8] {
    PNGWriter(width: 2, height: 1, color: .indexed).file(before: PNGWriter.chunk("PLTE", [1, 2, 3])) { x, _ in [200 * x]
    }
  }

  private static func rows(filter: UInt8) -> [UInt8] {
    var rows = small.rows { [$0, $1, 0] }
    rows[25] = filter
    return small.file(pixels: ZlibWriter.stored(rows))
  }

  private static var manyPixelChunks: [UInt8] {
    PNGWriter.signature + small.header + pixels.flatMap { PNGWriter.chunk("IDAT", [$0]) + PNGWriter.chunk("IDAT", []) }
      + PNGWriter.end
  }

  private static var interruptedPixels: [UInt8] {
    PNGWriter.signature + small.header + PNGWriter.chunk("IDAT", Array(pixels[..<50])) + texts(1)
      + PNGWriter.chunk("IDAT", Array(pixels[50...])) + PNGWriter.end
  }

  static let pngs: [HostileCase] = sizes + chunks + pixelLies + metadata + animations

  private static let sizes: [HostileCase] = [
    png(
      "14,000 x 14,000 black pixels", .refused(.tooLarge),
      PNGWriter(width: 14_000, height: 14_000, color: .gray).black()),
    png("14,000 x 14,000 without data", .refused(.tooLarge), sized(14_000, 14_000)),
    png("6,300 x 6,300 black pixels", .decoded, largeGray.black()),
    png(
      "6,300 x 6,300 black pixels, interlaced", .decoded,
      PNGWriter(width: 6_300, height: 6_300, color: .gray, isInterlaced: true).black()),
    png(
      "a line of 32,767 pixels of 64 bits", .decoded,
      PNGWriter(width: 32_767, height: 1, color: .rgba, depth: 16).black()),
    png("a line of 32,768 pixels", .refused(.tooLarge), PNGWriter(width: 32_768, height: 1).black()),
    png("a column of 1,000,000 pixels", .refused(.tooLarge), PNGWriter(width: 1, height: 1_000_000).black()),
    png("30,000 x 1,300 without data", .refused(.invalid), sized(30_000, 1_300)),
    png("no width", .refused(.invalid), sized(0, 8)),
    png("no height", .refused(.invalid), sized(8, 0)),
    png("sides of 2^31 - 1", .refused(.tooLarge), sized(0x7fff_ffff, 0x7fff_ffff)),
    png("sides of 2^32 - 1", .refused(.tooLarge), sized(0xffff_ffff, 0xffff_ffff)),
    png("sides whose product is 0 in 32 bits", .refused(.tooLarge), sized(65_536, 65_536)),
    png("a header alone", .refused(.invalid), PNGWriter.signature + small.header),
    png("a signature alone", .refused(.invalid), PNGWriter.signature),
    png("depth 3", .refused(.invalid), kind([3, 0, 0, 0, 0])),
    png("palette of 16 bits", .refused(.invalid), kind([16, 3, 0, 0, 0])),
    png("colour type 7", .refused(.invalid), kind([8, 7, 0, 0, 0])),
    png("colour of one bit", .refused(.invalid), kind([1, 2, 0, 0, 0])),
    png("compression 1", .refused(.invalid), kind([8, 2, 1, 0, 0])),
    png("filters 64", .refused(.invalid), kind([8, 2, 0, 64, 0])),
    png("interlacing 2", .refused(.invalid), kind([8, 2, 0, 0, 2])),
  ]

  private static let chunks: [HostileCase] = [
    png(
      "wrong checksum of the header", .refused(.invalid),
      PNGWriter.signature + broken(small.header) + PNGWriter.chunk("IDAT", pixels) + PNGWriter.end),
    png(
      "wrong checksum of the pixels", .refused(.invalid),
      PNGWriter.signature + small.header + broken(PNGWriter.chunk("IDAT", pixels)) + PNGWriter.end),
    before("wrong checksum of a text", .refused(.invalid), broken(texts(1))),
    before("wrong checksum of transparency", .refused(.invalid), broken(PNGWriter.chunk("tRNS", [0, 0, 0, 0, 0, 0]))),
    before("a text of 2^32 - 1 bytes", .refused(.invalid), chunk("tEXt", saying: 0xffff_ffff)),
    before("a text of 2^31 - 1 bytes", .refused(.invalid), chunk("tEXt", saying: 0x7fff_ffff)),
    before("pixels of 2^32 - 1 bytes", .refused(.invalid), chunk("IDAT", saying: 0xffff_ffff)),
    before("a length of -12", .refused(.invalid), chunk("tEXt", saying: 0xffff_fff4)),
    before("two headers", .refused(.invalid), small.header),
    before("a chunk without a name", .refused(.invalid), PNGWriter.chunk("\0\0\0\0", [])),
    before("a chunk that must be understood", .refused(.invalid), PNGWriter.chunk("EVIL", [])),
    before("the end before the pixels", .refused(.invalid), PNGWriter.end),
    png("no end", .refused(.invalid), Array(small.file(pixels: pixels).dropLast(12))),
    png("no pixels", .refused(.invalid), PNGWriter.signature + small.header + PNGWriter.end),
    png(
      "pixels before the header", .refused(.invalid),
      PNGWriter.signature + PNGWriter.chunk("IDAT", pixels) + small.header + PNGWriter.end),
    png(
      "Apple's own kind", .refused(.invalid),
      PNGWriter.signature + PNGWriter.chunk("CgBI", [0x50, 0, 0x20, 2]) + small.header + PNGWriter.chunk("IDAT", pixels)
        + PNGWriter.end),
    png(
      "a header of 14 bytes", .refused(.invalid),
      PNGWriter.signature + PNGWriter.chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0])
        + PNGWriter.chunk("IDAT", pixels) + PNGWriter.end),
    png("pixels a byte a chunk, with empty chunks between", .decoded, manyPixelChunks),
    png("pixels with a text between", .refused(.invalid), interruptedPixels),
  ]

  private static let pixelLies: [HostileCase] = [
    png("filter 5", .refused(.invalid), rows(filter: 5)),
    png("filter 255", .refused(.invalid), rows(filter: 255)),
    png(
      "a row is missing", .refused(.invalid),
      small.file(pixels: ZlibWriter.stored(small.rows { [$0, $1, 0] }.dropLast(25)))),
    png("a hundred rows too many", .decoded, small.file(pixels: ZlibWriter.stored(Array(repeating: 0, count: 2_700)))),
    png("a hundred million bytes too many", .decoded, small.file(pixels: bomb)),
    png("pixels that are not compressed", .refused(.invalid), small.file(pixels: small.rows { [$0, $1, 0] })),
    png("pixels with a preset dictionary", .refused(.invalid), small.file(pixels: [0x78, 0x20] + pixels.dropFirst(2))),
    png("pixels with a wrong sum", .refused(.invalid), small.file(pixels: broken(pixels))),
    png("no palette", .refused(.invalid), PNGWriter(width: 8, height: 8, color: .indexed).black()),
    png(
      "an empty palette", .refused(.invalid),
      PNGWriter(width: 8, height: 8, color: .indexed).black(before: PNGWriter.chunk("PLTE", []))),
    png(
      "a palette of 257 colours", .refused(.invalid),
      PNGWriter(width: 8, height: 8, color: .indexed).black(
        before: PNGWriter.chunk("PLTE", Array(repeating: 0, count: 771)))),
    png(
      "half a colour in the palette", .refused(.invalid),
      PNGWriter(width: 8, height: 8, color: .indexed).black(before: PNGWriter.chunk("PLTE", [1, 2, 3, 4]))),
    png(
      "a palette behind the pixels", .refused(.invalid),
      PNGWriter(width: 8, height: 8, color: .indexed).file(pixels: pixels, behind: PNGWriter.chunk("PLTE", [1, 2, 3]))),
    png("pixels beyond the palette", .decoded, beyondPalette),
  ]

  private static let metadata: [HostileCase] = [
    before("5,000 texts", .refused(.tooLarge), texts(5_000)),
    before("4,000 texts", .decoded, texts(4_000)),
    before("a profile of a hundred million bytes", .decoded, PNGWriter.chunk("iCCP", Array("a\0\0".utf8) + bomb)),
    before("a text of a hundred million bytes", .decoded, PNGWriter.chunk("zTXt", Array("a\0\0".utf8) + bomb)),
    before(
      "a text in some language of a hundred million bytes", .decoded,
      PNGWriter.chunk("iTXt", Array("a\0\u{01}\0\0\0".utf8) + bomb)),
    before(
      "a text of ten megabytes", .decoded,
      PNGWriter.chunk("tEXt", Array("a\0".utf8) + Array(repeating: 0x61, count: 10_000_000))),
    before("a suggested palette of no use", .decoded, PNGWriter.chunk("sPLT", [0x61, 0, 99, 1, 2, 3])),
    before("a gamma of 0", .decoded, PNGWriter.chunk("gAMA", [0, 0, 0, 0])),
    before("EXIF in a loop", .decoded, PNGWriter.chunk("eXIf", EXIFWriter.metadata(orientation: 1, next: 8))),
    before(
      "EXIF that begins beyond its end", .decoded, PNGWriter.chunk("eXIf", [0x49, 0x49, 42, 0, 0xff, 0xff, 0xff, 0xff])),
    png(
      "more bytes than are taken", .refused(.tooLarge),
      small.file(pixels: pixels) + Array(repeating: 0, count: ImageLimits.bytes)),
  ]

  private static let animations: [HostileCase] = [
    before("2^31 - 1 frames", .refused(.tooLarge), animation(0x7fff_ffff)),
    before("2^32 - 1 frames", .refused(.tooLarge), animation(0xffff_ffff)),
    before("an animation of no frames", .refused(.invalid), animation(0)),
    before("an animation that says nothing", .refused(.invalid), PNGWriter.chunk("acTL", [])),
    before("two animations", .refused(.invalid), animation(1) + animation(1) + frameControls(1)),
    before("500 frames of which one is there", .refused(.invalid), animation(500) + frameControls(1)),
    before("1,001 frames", .refused(.tooLarge), animation(1_001) + frameControls(1_001)),
    before("10,000 frames that nothing speaks of", .refused(.tooLarge), frameControls(10_000)),
    png(
      "an animation behind the pixels", .refused(.invalid),
      small.file(pixels: pixels, behind: animation(1) + frameControls(1))),
  ]
}
