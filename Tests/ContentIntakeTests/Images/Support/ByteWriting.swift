import Foundation

/// Whole numbers as files have them.
extension [UInt8] {
  mutating func append(bigEndian value: Int, bytes: Int) {
    for index in (0..<bytes).reversed() { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  mutating func append(littleEndian value: Int, bytes: Int) {
    for index in 0..<bytes { append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
  }

  /// The place of the first such bytes.
  func place(of pattern: [UInt8]) -> Int? {
    Data(self).range(of: Data(pattern))?.lowerBound
  }

  /// The same bytes, with some written over from a place on.
  func patched(at place: Int, _ bytes: [UInt8]) -> [UInt8] {
    var patched = self
    patched.replaceSubrange(place..<place + bytes.count, with: bytes)
    return patched
  }

  func inserting(_ bytes: [UInt8], at place: Int) -> [UInt8] {
    Array(self[..<place]) + bytes + self[place...]
  }
}
