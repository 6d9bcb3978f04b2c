/// Writes the first directory of EXIF metadata.
enum EXIFWriter {
  /// - Parameters:
  ///   - orientation: 1...8 in sound metadata.
  ///   - next: where the following directory is said to be.
  static func metadata(orientation: Int, isLittleEndian: Bool = true, next: Int = 0) -> [UInt8] {
    func bytes(_ value: Int, _ count: Int) -> [UInt8] {
      var bytes: [UInt8] = []
      if isLittleEndian {
        bytes.append(littleEndian: value, bytes: count)
      } else {
        bytes.append(bigEndian: value, bytes: count)
      }
      return bytes
    }
    let mark = Array((isLittleEndian ? "II" : "MM").utf8) + bytes(42, 2) + bytes(8, 4)
    // Two entries: a resolution unit comes first.
    let unit = bytes(0x0128, 2) + bytes(3, 2) + bytes(1, 4) + bytes(2, 2) + [0, 0]
    let turn = bytes(0x0112, 2) + bytes(3, 2) + bytes(1, 4) + bytes(orientation, 2) + [0, 0]
    return mark + bytes(2, 2) + unit + turn + bytes(next, 4)
  }

  /// The same as a segment of a JPEG.
  static func segment(_ metadata: [UInt8]) -> [UInt8] {
    JPEGWriter.segment(0xe1, Array("Exif\0\0".utf8) + metadata)
  }
}
