extension SourceLocation {
  /// Moves past a byte of UTF-8 text.
  ///
  /// A line ends with LF, CR LF or a CR alone. A column is a scalar: it is counted with its last byte.
  ///
  /// - Parameter next: the byte after it; nil at the end of the text.
  mutating func advance(past byte: UInt8, before next: UInt8?) {
    offset += 1
    if byte == 0x0a || (byte == 0x0d && next != 0x0a) {
      line += 1
      column = 1
    } else if next.map({ $0 & 0xc0 != 0x80 }) ?? true {
      column += 1
    }
  }

  /// The line and column of a byte.
  static func place(of offset: Int, in bytes: [UInt8]) -> SourceLocation {
    var place = SourceLocation.start
    while place.offset < min(offset, bytes.count) {
      let next = place.offset + 1
      place.advance(past: bytes[place.offset], before: next < bytes.count ? bytes[next] : nil)
    }
    return place
  }

  /// The lines and columns of some bytes of a text, in one walk; what lies past its end is its end.
  package static func places(of offsets: Set<Int>, in text: String) -> [Int: SourceLocation] {
    var text = text
    return text.withUTF8 { bytes in
      var places: [Int: SourceLocation] = [:]
      var place = SourceLocation.start
      for offset in offsets.sorted() {
        while place.offset < min(offset, bytes.count) {
          let next = place.offset + 1
          place.advance(past: bytes[place.offset], before: next < bytes.count ? bytes[next] : nil)
        }
        places[offset] = place
      }
      return places
    }
  }
}
