@testable import ContentIntake

/// Files of other kinds, whatever they call themselves, and pictures that are something else as well.
extension HostileCase {
  private static func text(_ name: String, _ text: String) -> HostileCase {
    HostileCase(name, .refused(.unsupportedFormat), Array(text.utf8))
  }

  private static func bytes(_ name: String, _ bytes: [UInt8]) -> HostileCase {
    HostileCase(name, .refused(.unsupportedFormat), bytes)
  }

  private static let script = Array("<script>alert(1)</script>".utf8)
  private static let archive: [UInt8] = [0x50, 0x4b, 0x05, 0x06] + Array(repeating: 0, count: 18)
  private static let dot = PNGWriter(width: 1, height: 1).file { _, _ in [1, 2, 3] }

  static let disguises: [HostileCase] = [
    bytes("nothing", []),
    bytes("one byte", [0xff]),
    bytes("zeros", Array(repeating: 0, count: 4_096)),
    text("plain text", "a picture of a cat"),
    text("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
    text(
      "SVG with entities",
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><svg>&b;</svg>"),
    text("HTML", "<!doctype html><img src=x onerror=alert(1)>"),
    text("PDF", "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj"),
    text("PostScript", "%!PS-Adobe-3.0\n(%pipe%id) (w) file"),
    text(
      "script for a converter", "push graphic-context\nfill 'url(https://127.0.0.1/a.png\"|id\")'\npop graphic-context"),
    text("GIF", "GIF89a\u{01}\0\u{01}\0\0\0\0;"),
    HostileCase(
      "GIF header before a JPEG", .refused(.unsupportedFormat),
      Array("GIF89a".utf8) + (try ImageFixture.bytes(of: "baseline.jpg"))),
    bytes("BMP", [0x42, 0x4d, 0x46, 0, 0, 0, 0, 0, 0, 0, 0x36, 0, 0, 0, 0x28, 0, 0, 0]),
    bytes("TIFF, least significant first", [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]),
    bytes("TIFF, most significant first", [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 0]),
    bytes("HEIC", [0, 0, 0, 0x18] + Array("ftypheic\0\0\0\0mif1heic".utf8)),
    bytes("AVIF", [0, 0, 0, 0x18] + Array("ftypavif\0\0\0\0mif1avif".utf8)),
    bytes("JPEG XL", [0xff, 0x0a, 0x00, 0x10, 0xb0, 0x13]),
    bytes("JPEG 2000", [0xff, 0x4f, 0xff, 0x51, 0, 0x2f]),
    bytes("icon", [0, 0, 1, 0, 1, 0, 16, 16, 0, 0]),
    bytes("ZIP", [0x50, 0x4b, 0x03, 0x04] + archive),
    bytes("gzip", [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3]),
    bytes("ELF", [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
    text("WAVE in a RIFF", "RIFF\u{24}\0\0\0WAVEfmt "),
    bytes("PNG behind a byte order mark", [0xef, 0xbb, 0xbf] + dot),
    bytes("PNG whose line ends were changed", dot.patched(at: 4, [0x0a, 0x0a])),
    bytes("PNG without its first byte", Array(dot.dropFirst())),
    bytes("signature of a PNG, cut", Array(dot.prefix(7))),
    bytes("signature of a JPEG, cut", [0xff, 0xd8]),
    text("signature of a WebP, cut", "RIFF\u{24}\0\0\0WEB"),
    HostileCase("PNG and HTML", .decoded, dot + script),
    HostileCase("HTML in a comment of a PNG", .decoded, PNGWriter(width: 1, height: 1).black(before: comment)),
    HostileCase("JPEG and ZIP", .decoded, try ImageFixture.bytes(of: "baseline.jpg") + archive),
    HostileCase(
      "JPEG and JPEG", .decoded, try ImageFixture.bytes(of: "baseline.jpg") + ImageFixture.bytes(of: "large.jpg")),
    HostileCase("HTML in a comment of a JPEG", .decoded, try jpeg(with: JPEGWriter.segment(0xfe, script))),
    HostileCase("WebP and HTML", .decoded, try ImageFixture.bytes(of: "lossless.webp") + script),
    HostileCase(
      "signature of a PNG before a JPEG", .refused(.invalid),
      PNGWriter.signature + (try ImageFixture.bytes(of: "baseline.jpg"))),
    HostileCase("start of a JPEG before a PNG", .refused(.invalid), [0xff, 0xd8, 0xff] + dot),
    HostileCase(
      "JPEG in a WebP", .refused(.invalid),
      WebPWriter.file(WebPWriter.chunk("VP8 ", try ImageFixture.bytes(of: "baseline.jpg")))),
  ]

  private static let comment = PNGWriter.chunk("tEXt", Array("Comment\0".utf8) + script)

  /// A sound JPEG with more segments behind its start.
  static func jpeg(_ name: String = "baseline.jpg", with segments: [UInt8]) throws -> [UInt8] {
    try ImageFixture.bytes(of: name).inserting(segments, at: 2)
  }

  /// Sound pictures, cut off at many places.
  static let truncations: [HostileCase] = [
    "baseline.jpg", "large-progressive.jpg", "cmyk.jpg", "lossy.webp", "large-lossless.webp", "animated.webp",
    "rgba.png", "animated.png",
  ].flatMap { name in [20, 33, 50, 75, 90, 99].map { beginning(of: name, percent: $0) } }

  private static func beginning(of name: String, percent: Int) -> HostileCase {
    HostileCase("\(percent) % of \(name)", .refused(.invalid), try beginning(of: name, percent: percent))
  }

  private static func beginning(of name: String, percent: Int) throws -> [UInt8] {
    let bytes = try ImageFixture.bytes(of: name)
    return Array(bytes.prefix(bytes.count * percent / 100))
  }
}
