/// The segments of a JPEG (ITU-T T.81, annex B).
///
/// Baseline, extended and progressive Huffman-coded pictures of 8 bits a sample are taken in, which is what is found in
/// practice and what browsers show.
enum JPEGStructure {
  /// What the segments seen so far have said.
  private struct Segments {
    var size: PixelSize?
    var scans = 0
    var metadata = 0
    var orientation: Int?
  }

  static func header(of bytes: ImageBytes) throws(ImageError) -> ImageHeader {
    var segments = Segments()
    var place = 2
    while true {
      guard let marker = nextMarker(in: bytes, from: &place) else {
        throw .invalid("JPEG", "it ends before its end marker")
      }
      if marker == Marker.end { break }
      if marker == Marker.start { throw .invalid("JPEG", "it begins twice") }
      if Marker.isBare(marker) { continue }
      guard let length = bytes.bigEndian(2, at: place), length >= 2, let body = bytes.part(from: place, count: length)
      else { throw .invalid("JPEG", "a segment reaches beyond the end") }
      try take(body, marker: marker, into: &segments)
      place += length
    }
    guard let size = segments.size, segments.scans > 0 else { throw .invalid("JPEG", "it has no pixels") }
    // The first scan has at least a bit for each block of 8 x 8 pixels.
    guard bytes.count * 8 >= size.pixels / 64 else { throw .invalid("JPEG", "it has too few bytes for its size") }
    return ImageHeader(.jpeg, size: size, orientation: segments.orientation ?? 1)
  }

  private enum Marker {
    static let start: UInt8 = 0xd8
    static let end: UInt8 = 0xd9
    static let scan: UInt8 = 0xda
    static let metadata: UInt8 = 0xe1
    /// Baseline, extended and progressive; Huffman codes.
    static let frames: ClosedRange<UInt8> = 0xc0...0xc2
    /// Tables of Huffman codes, a reserved code, and conditions of arithmetic codes: within the codes of frames.
    static let notFrames: Set<UInt8> = [0xc4, 0xc8, 0xcc]

    /// Restarts, and a marker for private use: nothing follows them.
    static func isBare(_ marker: UInt8) -> Bool { (0xd0...0xd7).contains(marker) || marker == 0x01 }
  }

  /// Goes to the byte behind the next marker.
  ///
  /// In a scan, 0xff is followed by 0. Bytes that belong to nothing are passed over, as decoders do.
  private static func nextMarker(in bytes: ImageBytes, from place: inout Int) -> UInt8? {
    while let found = bytes.place(of: 0xff, from: place) {
      place = found + 1
      while bytes.byte(at: place) == 0xff { place += 1 }
      guard let marker = bytes.byte(at: place) else { return nil }
      place += 1
      if marker != 0 { return marker }
    }
    return nil
  }

  private static func take(
    _ body: ImageBytes, marker: UInt8, into segments: inout Segments
  ) throws(ImageError) {
    switch marker {
    case Marker.frames:
      guard segments.size == nil else { throw .invalid("JPEG", "it has two frames") }
      segments.size = try size(of: body)
    case 0xc0...0xcf where !Marker.notFrames.contains(marker):
      throw ImageError(.unsupportedFormat, "the JPEG is lossless, hierarchical or coded arithmetically")
    case Marker.scan:
      guard segments.size != nil else { throw .invalid("JPEG", "pixels come before their size") }
      segments.scans += 1
      guard segments.scans <= ImageLimits.scans else {
        throw ImageError(.tooLarge, "a JPEG has at most \(ImageLimits.scans) scans")
      }
    default:
      if marker == Marker.metadata, segments.orientation == nil, body.has("Exif\0\0", at: 2) {
        segments.orientation = body.part(from: 8, count: body.count - 8).flatMap(EXIFOrientation.read)
      }
      segments.metadata += 1
      try ImageHeader.checkMetadata(parts: segments.metadata)
    }
  }

  /// - Parameter body: the segment of a frame, from its length on.
  private static func size(of body: ImageBytes) throws(ImageError) -> PixelSize {
    guard let precision = body.byte(at: 2), let height = body.bigEndian(2, at: 3), let width = body.bigEndian(2, at: 5),
      let components = body.byte(at: 7), body.count == 8 + 3 * Int(components)
    else { throw .invalid("JPEG", "its frame is of no use") }
    guard precision == 8 else {
      throw ImageError(.unsupportedFormat, "a JPEG of \(precision) bits a sample is not taken")
    }
    guard [1, 3, 4].contains(components) else {
      throw ImageError(.unsupportedFormat, "a JPEG of \(components) components is not taken")
    }
    for component in 0..<Int(components) {
      guard let sampling = body.byte(at: 9 + 3 * component), (1...4).contains(sampling >> 4),
        (1...4).contains(sampling & 15)
      else { throw .invalid("JPEG", "its frame is of no use") }
    }
    return try PixelSize(width: width, height: height)
  }
}
