@testable import ContentIntake

/// WebPs.
extension HostileCase {
  private static func webp(
    _ name: String, _ expected: Outcome, _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8]
  ) -> HostileCase {
    HostileCase("WebP: " + name, expected, try bytes())
  }

  private static func patched(_ name: String, at place: Int, _ bytes: [UInt8]) throws -> [UInt8] {
    try ImageFixture.bytes(of: name).patched(at: place, bytes)
  }

  /// The only chunk of a still picture.
  private static func picture(_ name: String) throws -> [UInt8] {
    WebPWriter.chunks(of: try ImageFixture.bytes(of: name))
  }

  private static func animation(width: Int, height: Int, _ frames: [UInt8]) -> [UInt8] {
    WebPWriter.file(
      WebPWriter.canvas(width: width, height: height, flags: WebPWriter.animated) + WebPWriter.animation + frames)
  }

  private static func repeated(_ chunk: [UInt8], _ count: Int) -> [UInt8] {
    Array(repeating: chunk, count: count).flatMap(\.self)
  }

  private static func still(
    _ name: String, width: Int = 48, height: Int = 32, flags: UInt8 = 0, with chunks: [UInt8] = []
  ) throws -> [UInt8] {
    WebPWriter.file(WebPWriter.canvas(width: width, height: height, flags: flags) + chunks + (try picture(name)))
  }

  static let webps: [HostileCase] = containers + bitstreams + webpAnimations

  private static let containers: [HostileCase] = [
    webp("a length of 0", .refused(.invalid), try patched("lossy.webp", at: 4, [0, 0, 0, 0])),
    webp("a length of 2^32 - 1", .refused(.invalid), try patched("lossy.webp", at: 4, [0xff, 0xff, 0xff, 0xff])),
    webp(
      "a length one too long", .refused(.invalid), WebPWriter.file(try picture("lossy.webp")).patched(at: 4, [0xdf])),
    webp(
      "a picture of 2^32 - 1 bytes", .refused(.invalid), try patched("lossy.webp", at: 16, [0xff, 0xff, 0xff, 0xff])),
    webp("no chunk", .refused(.invalid), WebPWriter.file([])),
    webp("a chunk that is no picture", .refused(.invalid), WebPWriter.file(WebPWriter.chunk("ICCP", [1, 2]))),
    webp("a canvas alone", .refused(.invalid), WebPWriter.file(WebPWriter.canvas(width: 48, height: 32))),
    webp("a canvas cut short", .refused(.invalid), WebPWriter.file(WebPWriter.chunk("VP8X", [0, 0, 0, 0]))),
    webp("a canvas of 2^24 x 2^24", .refused(.tooLarge), try still("lossless.webp", width: 1 << 24, height: 1 << 24)),
    webp("a canvas larger than its picture", .refused(.invalid), try still("lossless.webp", width: 64)),
    webp("a picture on its canvas", .decoded, try still("lossless.webp")),
    webp(
      "a chunk of 2^32 - 1 bytes", .refused(.invalid),
      try still("lossless.webp", with: Array("XMP ".utf8) + [0xff, 0xff, 0xff, 0xff])),
    webp(
      "5,000 chunks", .refused(.tooLarge),
      try still("lossless.webp", with: repeated(WebPWriter.chunk("abcd", []), 5_000))),
    webp("4,000 chunks", .decoded, try still("lossless.webp", with: repeated(WebPWriter.chunk("abcd", []), 4_000))),
    webp(
      "EXIF in a loop", .decoded,
      try still(
        "lossless.webp", flags: WebPWriter.exif,
        with: WebPWriter.chunk("EXIF", EXIFWriter.metadata(orientation: 1, next: 8)))),
    webp(
      "transparency that is none", .refused(.invalid),
      try still("lossy.webp", flags: WebPWriter.alpha, with: WebPWriter.chunk("ALPH", [0x01, 1, 2, 3]))),
    webp(
      "transparency too short", .refused(.invalid),
      try still("lossy.webp", flags: WebPWriter.alpha, with: WebPWriter.chunk("ALPH", [0x00, 1, 2, 3]))),
  ]

  private static let bitstreams: [HostileCase] = [
    webp("16,383 x 16,383", .refused(.tooLarge), try patched("lossy.webp", at: 26, [0xff, 0x3f, 0xff, 0x3f])),
    webp(
      "16,384 x 16,384, lossless", .refused(.tooLarge),
      WebPWriter.file(WebPWriter.losslessHeader(width: 16_384, height: 16_384))),
    webp(
      "14,000 x 14,000, lossless", .refused(.tooLarge),
      WebPWriter.file(WebPWriter.losslessHeader(width: 14_000, height: 14_000))),
    webp(
      "6,300 x 6,300 without data, lossless", .refused(.invalid),
      WebPWriter.file(WebPWriter.losslessHeader(width: 6_300, height: 6_300))),
    webp(
      "6,300 x 6,300 with the data of 48 x 32", .refused(.invalid),
      try patched("lossy.webp", at: 26, [0x9c, 0x18, 0x9c, 0x18])),
    webp("6,300 x 6,300 pixels of one colour, lossless", .decoded, try ImageFixture.bytes(of: "one-color.webp")),
    webp("no width", .refused(.invalid), try patched("lossy.webp", at: 26, [0, 0])),
    webp("no height", .refused(.invalid), try patched("lossy.webp", at: 28, [0, 0])),
    webp("a wrong start code", .refused(.invalid), try patched("lossy.webp", at: 23, [0x9d, 0x01, 0x2b])),
    webp("a frame that builds on another", .refused(.invalid), try patched("lossy.webp", at: 20, [0x11])),
    webp("a frame that is not shown", .refused(.invalid), try patched("lossy.webp", at: 20, [0x00])),
    webp("a frame of version 7", .refused(.invalid), try patched("lossy.webp", at: 20, [0x1e])),
    webp(
      "a first partition beyond the end", .refused(.invalid), try patched("lossy.webp", at: 20, [0xf0, 0xff, 0xff])),
    webp("a wrong mark of lossless", .refused(.invalid), try patched("lossless.webp", at: 20, [0x2e])),
    webp("lossless of version 7", .refused(.invalid), try patched("lossless.webp", at: 24, [0xe0])),
    webp(
      "lossless codes of all ones", .refused(.invalid),
      try patched("lossless.webp", at: 25, Array(repeating: 0xff, count: 40))),
  ]

  private static let webpAnimations: [HostileCase] = [
    webp("an animation of no frames", .refused(.invalid), animation(width: 48, height: 32, [])),
    webp(
      "a frame beyond the right", .refused(.invalid),
      animation(width: 48, height: 32, WebPWriter.frame(x: 2, width: 48, height: 32, try picture("lossless.webp")))),
    webp(
      "a frame beyond the bottom", .refused(.invalid),
      animation(width: 48, height: 32, WebPWriter.frame(y: 2, width: 48, height: 32, try picture("lossless.webp")))),
    webp(
      "a frame of 2^24 x 2^24", .refused(.invalid),
      animation(width: 48, height: 32, WebPWriter.frame(width: 1 << 24, height: 1 << 24, try picture("lossless.webp")))),
    webp(
      "a frame without a picture", .refused(.invalid),
      animation(width: 48, height: 32, WebPWriter.frame(width: 48, height: 32, []))),
    webp(
      "a frame of another size than its picture", .refused(.invalid),
      animation(width: 48, height: 32, WebPWriter.frame(width: 40, height: 32, try picture("lossless.webp")))),
    webp(
      "a frame whose picture ends at once", .refused(.invalid),
      animation(
        width: 48, height: 32, WebPWriter.frame(width: 48, height: 32, WebPWriter.losslessHeader(width: 48, height: 32))
      )),
    webp(
      "a broken second frame", .refused(.invalid),
      animation(
        width: 48, height: 32,
        WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp"))
          + WebPWriter.frame(width: 48, height: 32, WebPWriter.losslessHeader(width: 48, height: 32)))),
    webp(
      "1,000 frames", .decoded,
      animation(
        width: 48, height: 32, repeated(WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp")), 1_000))),
    webp(
      "1,001 frames", .refused(.tooLarge),
      animation(
        width: 48, height: 32, repeated(WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp")), 1_001))),
    webp(
      "1,000 frames on a canvas of 1,000 x 1,000", .refused(.tooLarge),
      animation(
        width: 1_000, height: 1_000,
        repeated(WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp")), 1_000))),
    webp(
      "a canvas of 6,300 x 6,300", .refused(.tooLarge),
      animation(width: 6_300, height: 6_300, WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp")))),
    webp(
      "a canvas of 4,600 x 4,600", .decoded,
      animation(
        width: 4_600, height: 4_600, repeated(WebPWriter.frame(width: 48, height: 32, try picture("lossless.webp")), 10)
      )),
  ]
}
