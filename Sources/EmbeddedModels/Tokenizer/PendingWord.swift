/// A word being gathered, folded, while a text is read.
struct PendingWord {
  private(set) var bytes: [UInt8] = []
  /// Its length in scalars.
  private(set) var length = 0
  /// Where it stands in the text, before folding.
  private(set) var place = 0..<0

  // Past this many bytes it is too long to be known; a text without spaces is not kept a second time.
  private static let maximumBytes = 1024

  mutating func append(_ folded: UnsafeBufferPointer<UInt8>, from source: Range<Int>) {
    place = length == 0 ? source : place.lowerBound..<source.upperBound
    for byte in folded where byte & 0xC0 != 0x80 { length += 1 }
    if bytes.count < Self.maximumBytes { bytes.append(contentsOf: folded) }
  }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    length = 0
  }
}
