import Testing

@testable import ContentIntake

@Suite struct ImageBytesTests {
  private static func reading<Result>(_ bytes: [UInt8], _ read: (ImageBytes) -> Result) -> Result {
    bytes.withUnsafeBytes { read(ImageBytes($0)) }
  }

  /// Numbers are read in both orders.
  @Test func readsNumbers() {
    Self.reading([1, 2, 3, 4, 5]) { bytes in
      #expect(bytes.bigEndian(2, at: 0) == 0x0102)
      #expect(bytes.bigEndian(4, at: 1) == 0x0203_0405)
      #expect(bytes.littleEndian(3, at: 2) == 0x05_0403)
      #expect(bytes.has([2, 3], at: 1) && !bytes.has([2, 4], at: 1))
      #expect(bytes.place(of: 4, from: 0) == 3 && bytes.place(of: 4, from: 4) == nil)
    }
  }

  /// A place outside reads as nothing, however far outside.
  @Test(arguments: [-1, 5, 6, Int.max, Int.min, Int.max - 3]) func readsNothingOutside(place: Int) {
    Self.reading([1, 2, 3, 4, 5]) { bytes in
      #expect(bytes.byte(at: place) == nil)
      #expect(bytes.bigEndian(4, at: place) == nil && bytes.littleEndian(2, at: place) == nil)
      #expect(!bytes.has([1], at: place) && bytes.place(of: 1, from: place) == nil)
      #expect(bytes.part(from: place, count: 1) == nil && bytes.part(from: 0, count: -1) == nil)
    }
    #expect(Self.reading([]) { $0.byte(at: 0) == nil && $0.place(of: 0, from: 0) == nil })
    #expect(Self.reading([1, 2, 3]) { $0.bigEndian(2, at: 2) == nil && $0.part(from: 1, count: Int.max) == nil })
  }
}
