/// The orientation in EXIF metadata (CIPA DC-008, tag 0x0112 of the first directory).
///
/// Only the first directory is read, so that directories which point at each other do no harm.
enum EXIFOrientation {
  private static let tag = 0x0112
  /// An unsigned whole number of 2 bytes.
  private static let short = 3
  private static let entryLength = 12

  /// - Parameter bytes: from the byte order mark on, or from an `Exif` before it, as some programs write.
  /// - Returns: 1...8; nil where the metadata say nothing of it, or are broken.
  static func read(_ bytes: ImageBytes) -> Int? {
    guard !bytes.has("Exif\0\0", at: 0) else { return bytes.part(from: 6, count: bytes.count - 6).flatMap(readTIFF) }
    return readTIFF(bytes)
  }

  private static func readTIFF(_ bytes: ImageBytes) -> Int? {
    let isLittleEndian: Bool
    if bytes.has("II", at: 0) {
      isLittleEndian = true
    } else if bytes.has("MM", at: 0) {
      isLittleEndian = false
    } else {
      return nil
    }
    func number(_ width: Int, at place: Int) -> Int? {
      isLittleEndian ? bytes.littleEndian(width, at: place) : bytes.bigEndian(width, at: place)
    }
    guard number(2, at: 2) == 42, let directory = number(4, at: 4), let entries = number(2, at: directory) else {
      return nil
    }
    for entry in 0..<entries {
      let place = directory + 2 + entry * entryLength
      guard let found = number(2, at: place) else { return nil }
      if found == tag {
        guard number(2, at: place + 2) == short, number(4, at: place + 4) == 1, let value = number(2, at: place + 8)
        else { return nil }
        return (1...8).contains(value) ? value : nil
      }
    }
    return nil
  }
}
