import Foundation
import Testing

@testable import ContentIntake

@Suite struct ImageHeaderTests {
  /// Format and size are read from the bytes of files that other programs have written.
  @Test(
    arguments: [
      ("baseline.jpg", ImageFormat.jpeg, 48, 32), ("large-progressive.jpg", .jpeg, 640, 400),
      ("cmyk.jpg", .jpeg, 48, 32),
      ("lossy.webp", .webp, 48, 32), ("lossless.webp", .webp, 48, 32), ("lossy-alpha.webp", .webp, 48, 32),
      ("one-color.webp", .webp, 6_300, 6_300), ("rgb.png", .png, 48, 32), ("rgba.png", .png, 48, 32),
    ]) func reads(name: String, format: ImageFormat, width: Int, height: Int) throws
  {
    let bytes = try ImageFixture.data(of: name)
    let header = try ImageHeader(bytes)
    #expect(header.format == format && header.width == width && header.height == height)
    #expect(header.frames == 1 && !header.isAnimated && header.orientation == 1)
    #expect(ImageFormat(of: bytes.prefix(12)) == format)
  }

  /// Frames are counted.
  @Test(arguments: [("animated.webp", 5, 40, 24), ("animated.png", 2, 48, 32)])
  func readsAnimations(name: String, frames: Int, width: Int, height: Int) throws {
    let header = try ImageHeader(ImageFixture.data(of: name))
    #expect(header.frames == frames && header.isAnimated && header.width == width && header.height == height)
  }

  /// Media types are the registered ones.
  @Test func namesMediaTypes() {
    #expect(ImageFormat.allCases.map(\.mediaType) == ["image/png", "image/jpeg", "image/webp"])
  }

  /// The orientation is read in each format and byte order, from the first metadata that have one.
  @Test(arguments: 1...8, [false, true]) func readsOrientations(orientation: Int, isLittleEndian: Bool) throws {
    let metadata = EXIFWriter.metadata(orientation: orientation, isLittleEndian: isLittleEndian)
    let other = EXIFWriter.metadata(orientation: 3)
    let named = Array("Exif\0\0".utf8) + metadata
    let jpeg = try HostileCase.jpeg(with: EXIFWriter.segment(metadata) + EXIFWriter.segment(other))
    let png = PNGWriter(width: 1, height: 1).black(before: PNGWriter.chunk("eXIf", metadata))
    let picture = WebPWriter.chunks(of: try ImageFixture.bytes(of: "lossless.webp"))
    let webp = WebPWriter.file(
      WebPWriter.canvas(width: 48, height: 32, flags: WebPWriter.exif) + picture + WebPWriter.chunk("EXIF", named))
    for file in [jpeg, png, webp] { #expect(try ImageHeader(Data(file)).orientation == orientation) }
  }

  /// What is no orientation counts as upright.
  @Test(arguments: [0, 9, 0xffff]) func ignoresOtherOrientations(orientation: Int) throws {
    let metadata = EXIFWriter.metadata(orientation: orientation)
    #expect(try ImageHeader(Data(HostileCase.jpeg(with: EXIFWriter.segment(metadata)))).orientation == 1)
  }

  /// Every limit lets through what is just within it.
  @Test func takesWhatIsWithinLimits() throws {
    let gray = PNGWriter(width: ImageLimits.side, height: ImageLimits.pixels / ImageLimits.side, color: .gray, depth: 1)
    #expect(try ImageHeader(Data(gray.black())).width == ImageLimits.side)
    let small = PNGWriter(width: 1, height: 1)
    let padding = ImageLimits.bytes - small.black().count
    #expect(throws: Never.self) { try ImageHeader(Data(small.black()) + Data(count: padding)) }
    #expect(throws: ImageError.self) { try ImageHeader(Data(small.black()) + Data(count: padding + 1)) }
  }
}
