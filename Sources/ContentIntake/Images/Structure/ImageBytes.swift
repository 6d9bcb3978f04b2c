internal import Foundation

/// The bytes of a file, or of a part of one; a place outside them reads as nil.
///
/// Good only as long as the buffer that it is made of.
struct ImageBytes {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  /// - Returns: nil where the part does not lie wholly within.
  func part(from start: Int, count: Int) -> ImageBytes? {
    guard start >= 0, count >= 0, start <= bytes.count, count <= bytes.count - start else { return nil }
    return ImageBytes(UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]))
  }

  func byte(at place: Int) -> UInt8? {
    bytes.indices.contains(place) ? bytes[place] : nil
  }

  /// A whole number of 1 to 4 bytes, the first the most significant.
  func bigEndian(_ width: Int, at place: Int) -> Int? {
    guard let part = part(from: place, count: width) else { return nil }
    return part.bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  /// A whole number of 1 to 4 bytes, the first the least significant.
  func littleEndian(_ width: Int, at place: Int) -> Int? {
    guard let part = part(from: place, count: width) else { return nil }
    return part.bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func has(_ expected: [UInt8], at place: Int) -> Bool {
    guard let part = part(from: place, count: expected.count) else { return false }
    return part.bytes.elementsEqual(expected)
  }

  func has(_ expected: String, at place: Int) -> Bool {
    has(Array(expected.utf8), at: place)
  }

  /// As text; what is no UTF-8 is replaced.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The first place, from one on, that has a byte.
  func place(of byte: UInt8, from start: Int) -> Int? {
    guard (0...bytes.count).contains(start), let rest = part(from: start, count: bytes.count - start),
      let base = rest.bytes.baseAddress,
      let found = memchr(base, Int32(byte), rest.count)
    else { return nil }
    return start + (UnsafeRawPointer(found) - base)
  }
}
