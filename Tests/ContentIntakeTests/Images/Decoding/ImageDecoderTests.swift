import Foundation
import Testing

@testable import ContentIntake

@Suite struct ImageDecoderTests {
  private static func decode(_ bytes: [UInt8], longestSide: Int = 512) throws -> [Picture] {
    // A slice, so that places in it do not begin at zero.
    let data = (Data([1, 2, 3]) + Data(bytes)).dropFirst(3)
    return try ImageDecoder.decode(data, header: try ImageHeader(data), longestSide: longestSide)
  }

  private static func samples(of color: PNGWriter.Color, depth: Int, _ x: Int, _ y: Int) -> [Int] {
    let largest = (1 << depth) - 1
    let (red, green, blue) = Pattern().pixel(x, y)
    // In 16 bits the lower byte is not the upper's copy, so that leaving it out is told from rounding.
    func scaled(_ value: Int) -> Int { depth == 16 ? value << 8 | value : value * largest / 255 }
    return switch color {
    case .gray: [scaled(red)]
    case .rgb: [scaled(red), scaled(green), scaled(blue)]
    case .indexed: [scaled(red)]
    case .grayAlpha: [scaled(red), y < 16 ? largest : 0]
    case .rgba: [scaled(red), scaled(green), scaled(blue), y < 16 ? largest : 0]
    }
  }

  private static func expected(of color: PNGWriter.Color, depth: Int, _ x: Int, _ y: Int) -> [UInt8] {
    let largest = (1 << depth) - 1
    let (red, green, blue) = Pattern().pixel(x, y)
    let gray = UInt8(depth >= 8 ? red : red * largest / 255 * 255 / largest)
    return switch color {
    case .gray: [gray, gray, gray]
    case .rgb: [UInt8(red), UInt8(green), UInt8(blue)]
    case .indexed: palette(depth, red * largest / 255)
    case .grayAlpha: y < 16 ? [gray, gray, gray] : [255, 255, 255]
    case .rgba: y < 16 ? [UInt8(red), UInt8(green), UInt8(blue)] : [255, 255, 255]
    }
  }

  private static func palette(_ depth: Int, _ index: Int) -> [UInt8] {
    [
      UInt8(truncatingIfNeeded: 7 * index), UInt8(truncatingIfNeeded: 255 - index),
      UInt8(truncatingIfNeeded: index * 31),
    ]
  }

  private static let kinds: [(PNGWriter.Color, Int, Bool)] = PNGWriter.Color.allCases.flatMap { color in
    color.depths.flatMap { depth in [false, true].map { (color, depth, $0) } }
  }

  /// Each pixel of a PNG of each colour type and depth, interlaced or not, comes out exactly.
  @Test(arguments: kinds) func decodesPNG(color: PNGWriter.Color, depth: Int, isInterlaced: Bool) throws {
    let writer = PNGWriter(width: 48, height: 32, color: color, depth: depth, isInterlaced: isInterlaced)
    let colors = PNGWriter.chunk("PLTE", (0..<1 << min(depth, 8)).flatMap { Self.palette(depth, $0) })
    let bytes = writer.file(before: color == .indexed ? colors : []) { Self.samples(of: color, depth: depth, $0, $1) }
    let picture = try #require(try Self.decode(bytes).first)
    #expect(picture.width == 48 && picture.height == 32)
    for y in 0..<32 {
      for x in 0..<48 where picture.pixel(x, y) != Self.expected(of: color, depth: depth, x, y) {
        Issue.record("pixel \(x), \(y) is \(picture.pixel(x, y))")
        return
      }
    }
  }

  /// Interlaced pictures of sizes at which passes have no pixels are decoded, as they are and reduced.
  @Test(arguments: [(1, 1), (1, 9), (2, 1), (3, 2), (4, 4), (5, 3), (9, 1), (17, 33)])
  func decodesSmallInterlaced(width: Int, height: Int) throws {
    var writer = PNGWriter(width: width, height: height)
    let plain = writer.file { [$0 * 10, $1 * 7, ($0 + $1) * 5] }
    writer.isInterlaced = true
    let interlaced = writer.file { [$0 * 10, $1 * 7, ($0 + $1) * 5] }
    for side in [1, 2, 3, 64] {
      #expect(try Self.decode(interlaced, longestSide: side) == Self.decode(plain, longestSide: side))
    }
  }

  /// Colours named transparent, and palettes with transparency, lie on white.
  @Test func laysTransparencyOnWhite() throws {
    let gray = PNGWriter(width: 2, height: 1, color: .gray)
    #expect(
      try Self.decode(gray.file(before: PNGWriter.chunk("tRNS", [0, 10])) { x, _ in [10 * (x + 1)] })[0].rgb
        == [255, 255, 255, 20, 20, 20])
    let indexed = PNGWriter(width: 2, height: 1, color: .indexed)
    let tables = PNGWriter.chunk("PLTE", [100, 0, 0, 0, 100, 0]) + PNGWriter.chunk("tRNS", [128])
    #expect(try Self.decode(indexed.file(before: tables) { x, _ in [x] })[0].rgb == [177, 127, 127, 0, 100, 0])
  }

  /// JPEGs of each kind of colour and each process show the pattern, as nearly as their compression lets them.
  @Test(
    arguments: [
      "baseline.jpg", "subsampled.jpg", "progressive.jpg", "restarts.jpg", "rgb.jpg", "cmyk.jpg", "ycck.jpg",
    ]) func decodesJPEG(name: String) throws
  {
    let pictures = try Self.decode(ImageFixture.bytes(of: name))
    #expect(pictures.count == 1)
    let difference = try #require(pictures[0].meanDifference(from: Pattern().picture))
    #expect(difference < 4, "the mean difference is \(difference)")
  }

  /// A gray JPEG has three equal channels.
  @Test func decodesGrayJPEG() throws {
    let picture = try Self.decode(ImageFixture.bytes(of: "gray.jpg"))[0]
    let (red, green, blue) = Pattern().pixel(40, 20)
    let gray = (299 * red + 587 * green + 114 * blue) / 1_000
    let pixel = picture.pixel(40, 20)
    #expect(Set(pixel).count == 1 && abs(Int(pixel[0]) - gray) < 6)
  }

  /// Still WebPs and PNGs of another encoder show the pattern; those with transparency white on their right half.
  @Test(
    arguments: [
      ("lossless.webp", 0.0), ("lossy.webp", 4), ("rgb.png", 0), ("animated.png", 0), ("lossless-alpha.webp", 0),
      ("lossy-alpha.webp", 5), ("rgba.png", 0),
    ]) func decodesOthers(name: String, tolerance: Double) throws
  {
    let pattern = Pattern().picture
    var rgb = pattern.rgb
    if name.contains("a.") && !name.contains("animated") {
      for index in rgb.indices where index / 3 % 48 >= 24 { rgb[index] = 255 }
    }
    let pictures = try Self.decode(ImageFixture.bytes(of: name))
    #expect(pictures.count == 1)
    let difference = try #require(pictures[0].meanDifference(from: Picture(width: 48, height: 32, rgb: rgb)))
    #expect(difference <= tolerance, "the mean difference is \(difference)")
  }

  /// Larger pictures are reduced to the side asked for, whichever way their decoder goes, and show the same.
  @Test(
    arguments: ["large.jpg", "large-progressive.jpg", "large.webp", "large-lossless.webp"],
    [(640, 640, 400), (639, 639, 399), (320, 320, 200), (100, 100, 63), (48, 48, 30), (7, 7, 4), (1, 1, 1)])
  func reduces(name: String, to size: (side: Int, width: Int, height: Int)) throws {
    let picture = try Self.decode(ImageFixture.bytes(of: name), longestSide: size.side)[0]
    #expect(picture.width == size.width && picture.height == size.height)
    // The middle of a pixel is the pattern's there.
    let large = Pattern(width: 640, height: 400)
    for (x, y) in [(0, 0), (size.width - 1, 0), (size.width / 2, size.height / 2), (size.width - 1, size.height - 1)] {
      let (red, green, blue) = large.pixel(
        min((2 * x + 1) * 640 / (2 * size.width), 639), min((2 * y + 1) * 400 / (2 * size.height), 399))
      let difference = zip(picture.pixel(x, y), [red, green, blue]).map { abs(Int($0) - $1) }.max() ?? 0
      #expect(difference <= 10, "pixel \(x), \(y) is \(picture.pixel(x, y)), not \([red, green, blue])")
    }
  }

  /// A pixel of a reduced picture is the mean of what it covers, parts of pixels included, in any order of rows.
  @Test(arguments: [false, true]) func averagesAreas(isInterlaced: Bool) throws {
    var writer = PNGWriter(width: 4, height: 4, color: .gray, isInterlaced: isInterlaced)
    let quarters = writer.file { x, y in [16 * (4 * y + x)] }
    #expect(try Self.decode(quarters, longestSide: 2)[0].rgb == [40, 72, 168, 200].flatMap { [$0, $0, $0] })
    writer.width = 3
    writer.height = 1
    let thirds = writer.file { x, _ in [[0, 90, 255][x]] }
    // 0 and half of 90 over 1.5; half of 90 and 255 over 1.5.
    #expect(try Self.decode(thirds, longestSide: 2)[0].rgb == [30, 30, 30, 200, 200, 200])
  }

  /// The longer side is at least 1 and at most the limit, whatever is asked.
  @Test func boundsTheSide() throws {
    let bytes = PNGWriter(width: 3_000, height: 2, color: .gray).black()
    #expect(try Self.decode(bytes, longestSide: Int.max)[0].width == ImageLimits.decodedSide)
    #expect(try Self.decode(bytes, longestSide: -5)[0].rgb == [0, 0, 0])
  }

  /// The first, the middle and the last frame of an animation come out, drawn on the frames before them.
  @Test func samplesAnimations() throws {
    let pictures = try Self.decode(ImageFixture.bytes(of: "animated.webp"))
    #expect(pictures.map { $0.pixel(5, 5) } == [[255, 0, 0], [0, 255, 0], [0, 0, 255]])
    #expect(pictures.allSatisfy { $0.width == 40 && $0.height == 24 && $0.pixel(35, 5) == [255, 0, 0] })
    #expect(ImageDecoder.chosenFrames(of: 1) == [0])
    #expect(ImageDecoder.chosenFrames(of: 2) == [0, 1])
    #expect(ImageDecoder.chosenFrames(of: 3) == [0, 1, 2])
    #expect(ImageDecoder.chosenFrames(of: 1_000) == [0, 500, 999])
  }

  /// What the file says of its orientation is undone, in all three formats.
  @Test(arguments: ["turned.jpg", "turned.png", "turned.webp"]) func turnsUpright(name: String) throws {
    let bytes = try ImageFixture.bytes(of: name)
    #expect(try ImageHeader(Data(bytes)).orientation == 6)
    let picture = try Self.decode(bytes)[0]
    #expect(picture.width == 32 && picture.height == 48)
    // Turned clockwise, the stored left column is the top row, from its bottom on.
    let corners = [picture.pixel(0, 0), picture.pixel(31, 0), picture.pixel(0, 47), picture.pixel(31, 47)]
    for (corner, (x, y)) in zip(corners, [(0, 31), (0, 0), (47, 31), (47, 0)]) {
      let (red, green, blue) = Pattern().pixel(x, y)
      #expect(zip(corner, [red, green, blue]).allSatisfy { abs(Int($0) - $1) < 8 }, "a corner is \(corner)")
    }
  }

  /// A header of other bytes is found out before anything is allocated.
  @Test func refusesAnotherHeader() throws {
    let bytes = Data(try ImageFixture.bytes(of: "baseline.jpg"))
    for name in ["large.jpg", "lossless.webp", "rgb.png", "animated.webp"] {
      let header = try ImageHeader(Data(ImageFixture.bytes(of: name)))
      #expect(throws: ImageError.self) { try ImageDecoder.decode(bytes, header: header, longestSide: 64) }
    }
  }

  /// Whatever is cut off the end of a picture, nothing is made of the rest.
  @Test(
    arguments: [
      "baseline.jpg", "progressive.jpg", "restarts.jpg", "cmyk.jpg", "lossy.webp", "lossless.webp", "lossy-alpha.webp",
      "animated.webp", "turned.webp", "rgb.png", "animated.png",
    ]) func refusesEveryBeginning(name: String) throws
  {
    let bytes = try ImageFixture.bytes(of: name)
    for count in 0..<bytes.count {
      let result = Result { try Self.decode(Array(bytes[..<count])) }
      guard case .failure(let error as ImageError) = result else {
        Issue.record("\(count) of \(bytes.count) bytes are taken for a picture")
        return
      }
      #expect(error.code == .invalid || (error.code == .unsupportedFormat && count < 12))
    }
  }
}
