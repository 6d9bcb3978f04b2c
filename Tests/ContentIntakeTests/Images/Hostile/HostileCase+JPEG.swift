@testable import ContentIntake

/// JPEGs.
extension HostileCase {
  private static func jpg(
    _ name: String, _ expected: Outcome, _ bytes: @autoclosure @escaping @Sendable () throws -> [UInt8]
  ) -> HostileCase {
    HostileCase("JPEG: " + name, expected, try bytes())
  }

  /// A sound JPEG with bytes of its frame, counted from the marker's second, changed.
  private static func frame(at offset: Int, _ bytes: [UInt8], of name: String = "baseline.jpg") throws -> [UInt8] {
    let file = try ImageFixture.bytes(of: name)
    let marker: UInt8 = name.contains("progressive") ? 0xc2 : 0xc0
    return file.patched(at: (file.place(of: [0xff, marker, 0]) ?? 0) + 1 + offset, bytes)
  }

  /// Without the segments of a kind.
  private static func without(_ marker: UInt8) throws -> [UInt8] {
    var file = try ImageFixture.bytes(of: "baseline.jpg")
    while let place = file.place(of: [0xff, marker, 0]) {
      file.removeSubrange(place..<place + 2 + Int(file[place + 2]) << 8 + Int(file[place + 3]))
    }
    return file
  }

  /// A frame of a number of components, and nothing of use behind it.
  private static func components(_ count: Int) -> [UInt8] {
    var writer = JPEGWriter(width: 8, height: 8)
    writer.components = count
    return writer.file
  }

  private static func scanData(_ change: ([UInt8], Int) -> [UInt8]) throws -> [UInt8] {
    let file = try ImageFixture.bytes(of: "baseline.jpg")
    return change(file, (file.place(of: [0xff, 0xda]) ?? 0) + 14)
  }

  /// The scans of a sound progressive picture again and again.
  private static func repeatedScans(_ times: Int) throws -> [UInt8] {
    let file = try ImageFixture.bytes(of: "progressive.jpg")
    let scans = Array(file[(file.place(of: [0xff, 0xda]) ?? 0)..<file.count - 2])
    return file.dropLast(2) + Array(repeating: scans, count: times).flatMap(\.self) + JPEGWriter.end
  }

  private static func comments(_ count: Int) -> [UInt8] {
    Array(repeating: JPEGWriter.segment(0xfe, []), count: count).flatMap(\.self)
  }

  private static func exif(_ bytes: [UInt8]) throws -> [UInt8] { try jpeg(with: EXIFWriter.segment(bytes)) }

  static let jpegs: [HostileCase] = frames + order + coded + beside

  private static let frames: [HostileCase] = [
    jpg("65,535 x 65,535", .refused(.tooLarge), try frame(at: 4, [0xff, 0xff, 0xff, 0xff])),
    jpg("32,767 x 32,767", .refused(.tooLarge), try frame(at: 4, [0x7f, 0xff, 0x7f, 0xff])),
    jpg("6,300 x 6,300 without data", .refused(.invalid), try frame(at: 4, [0x18, 0x9c, 0x18, 0x9c])),
    jpg("200 x 200 with the data of 48 x 32", .refused(.invalid), try frame(at: 4, [0, 200, 0, 200])),
    jpg("48 x 33 with the data of 48 x 32", .refused(.invalid), try frame(at: 4, [0, 33])),
    jpg("6,300 x 6,300 gray pixels", .decoded, JPEGWriter(width: 6_300, height: 6_300).file),
    jpg(
      "6,300 x 6,300 pixels, progressive", .decoded, JPEGWriter(width: 6_300, height: 6_300, process: .progressive).file
    ),
    jpg(
      "6,300 x 6,300 pixels of four inks, progressive", .refused(.tooLarge),
      JPEGWriter(width: 6_300, height: 6_300, components: 4, process: .progressive).file),
    jpg("no width", .refused(.invalid), try frame(at: 6, [0, 0])),
    jpg("no height", .refused(.invalid), try frame(at: 4, [0, 0])),
    jpg("12 bits", .refused(.unsupportedFormat), try frame(at: 3, [12])),
    jpg("16 bits", .refused(.unsupportedFormat), try frame(at: 3, [16])),
    jpg("arithmetic codes", .refused(.unsupportedFormat), try frame(at: 0, [0xc9])),
    jpg("arithmetic codes, progressive", .refused(.unsupportedFormat), try frame(at: 0, [0xca], of: "progressive.jpg")),
    jpg("lossless", .refused(.unsupportedFormat), try frame(at: 0, [0xc3])),
    jpg("hierarchical", .refused(.unsupportedFormat), try frame(at: 0, [0xc5])),
    jpg("two components", .refused(.unsupportedFormat), components(2)),
    jpg("five components", .refused(.unsupportedFormat), components(5)),
    jpg("no components", .refused(.unsupportedFormat), components(0)),
    jpg("more components than the frame has room for", .refused(.invalid), try frame(at: 8, [255])),
    jpg("a sampling of 0", .refused(.invalid), try frame(at: 10, [0x00])),
    jpg("a sampling of 15", .refused(.invalid), try frame(at: 10, [0xff])),
    jpg("a table of quantization that there is not", .refused(.invalid), try frame(at: 11, [3])),
    jpg("baseline said to be progressive", .refused(.invalid), try frame(at: 0, [0xc2])),
    jpg("progressive said to be baseline", .refused(.invalid), try frame(at: 0, [0xc0], of: "progressive.jpg")),
  ]

  private static let order: [HostileCase] = [
    jpg("a start alone", .refused(.invalid), [0xff, 0xd8, 0xff]),
    jpg("a start and an end", .refused(.invalid), JPEGWriter.start + JPEGWriter.end),
    jpg("ones without end", .refused(.invalid), JPEGWriter.start + Array(repeating: 0xff, count: 1_000_000)),
    jpg("two starts", .refused(.invalid), try jpeg(with: JPEGWriter.start)),
    jpg("two frames", .refused(.invalid), try jpeg(with: JPEGWriter(width: 8, height: 8).frame)),
    jpg("no frame", .refused(.invalid), try without(0xc0)),
    jpg("no Huffman codes, as in films: the usual ones are meant", .decoded, try without(0xc4)),
    jpg("no quantization", .refused(.invalid), try without(0xdb)),
    jpg("no scan", .refused(.invalid), JPEGWriter.start + JPEGWriter(width: 8, height: 8).frame + JPEGWriter.end),
    jpg("no end", .refused(.invalid), try ImageFixture.bytes(of: "baseline.jpg").dropLast(2)),
    jpg("a segment of no bytes", .refused(.invalid), try jpeg(with: [0xff, 0xe0, 0, 0])),
    jpg("a segment of one byte", .refused(.invalid), try jpeg(with: [0xff, 0xe0, 0, 1])),
    jpg("a segment beyond the end", .refused(.invalid), try jpeg(with: [0xff, 0xe0, 0xff, 0xff])),
  ]

  private static let coded: [HostileCase] = [
    jpg("thousands of scans", .refused(.tooLarge), try repeatedScans(500)),
    jpg("scans twice", .refused(.invalid), try repeatedScans(1)),
    jpg(
      "64 scans of 6,300 x 6,300 pixels", .decoded,
      JPEGWriter(width: 6_300, height: 6_300, process: .progressive, laterScans: 63).file),
    jpg(
      "65 scans of 6,300 x 6,300 pixels", .refused(.tooLarge),
      JPEGWriter(width: 6_300, height: 6_300, process: .progressive, laterScans: 64).file),
    jpg(
      "codes of all ones", .refused(.invalid),
      try scanData { file, place in file.patched(at: place, [0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0]) }),
    jpg(
      "data that end in the middle", .refused(.invalid),
      try scanData { file, place in file.inserting(JPEGWriter.end, at: place + 100) }),
    jpg(
      "a restart where there is none", .refused(.invalid),
      try scanData { file, place in file.inserting([0xff, 0xd3], at: place + 100) }),
    jpg(
      "more Huffman codes than there can be", .refused(.invalid),
      try jpeg(with: JPEGWriter.segment(0xc4, [0] + Array(repeating: 255, count: 16) + Array(repeating: 0, count: 255)))
    ),
    jpg(
      "a Huffman table that there is not", .refused(.invalid),
      try jpeg(with: JPEGWriter.segment(0xc4, [0x1f, 1] + Array(repeating: 0, count: 16)))),
    jpg("a table of quantization cut short", .refused(.invalid), try jpeg(with: JPEGWriter.segment(0xdb, [0, 1, 2]))),
  ]

  private static let beside: [HostileCase] = [
    jpg("5,000 comments", .refused(.tooLarge), try jpeg(with: comments(5_000))),
    jpg("4,000 comments", .decoded, try jpeg(with: comments(4_000))),
    jpg(
      "bytes that belong to nothing", .decoded, try jpeg(with: JPEGWriter.segment(0xfe, []) + [1, 2, 3, 0xff, 0, 4])),
    jpg(
      "a part of a profile that is not there", .decoded,
      try jpeg(with: JPEGWriter.segment(0xe2, Array("ICC_PROFILE\0\u{09}\u{02}".utf8)))),
    jpg(
      "JFIF of version 9", .decoded,
      try jpeg(with: JPEGWriter.segment(0xe0, Array("JFIF\0".utf8) + [9, 9, 0, 0, 1, 0, 1, 0, 0]))),
    jpg(
      "a picture in its metadata", .decoded,
      try jpeg(with: JPEGWriter.segment(0xe1, ImageFixture.bytes(of: "large-progressive.jpg")))),
    jpg("EXIF in a loop", .decoded, try exif(EXIFWriter.metadata(orientation: 1, next: 8))),
    jpg("EXIF that begins beyond its end", .decoded, try exif([0x4d, 0x4d, 0, 42, 0xff, 0xff, 0xff, 0xff])),
    jpg(
      "EXIF of 65,535 entries", .decoded,
      try exif([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0xff, 0xff] + Array(repeating: 0, count: 60_000))),
    jpg("EXIF that ends at once", .decoded, try exif([])),
    jpg("EXIF orientation 0", .decoded, try exif(EXIFWriter.metadata(orientation: 0))),
    jpg("EXIF orientation 9", .decoded, try exif(EXIFWriter.metadata(orientation: 9, isLittleEndian: false))),
  ]
}
