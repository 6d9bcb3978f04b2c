import TestSupport
import Testing

@testable import ContentIntake

@Suite struct PerceptualHashTests {
  /// A hash is written as it is read, in lower case.
  @Test func hexForm() throws {
    let text = "4D6B12f3ad56cf29c79cabd2506fa83494196c819e0123456789abcdefABCDEF"
    #expect(try #require(PerceptualHash(hex: text)).hex == text.lowercased())
    #expect(PerceptualHash.zero.hex == String(repeating: "0", count: 64))
  }

  /// What is not 64 hex digits is no hash.
  @Test(arguments: [
    "", "0", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "0", count: 63) + "g", String(repeating: "é", count: 32),
  ])
  func noHash(_ text: String) {
    #expect(PerceptualHash(hex: text) == nil)
  }

  /// The distance is the number of bits that differ, wherever they are.
  @Test func distanceCountsBits() {
    var generator = SeededGenerator(seed: 1)
    for count in [0, 1, 2, 15, 31, 32, 100, 128, 255, 256] {
      let hash = PerceptualHash.random(by: &generator)
      let bits = (0..<256).shuffled(using: &generator).prefix(count)
      #expect(hash.distance(to: hash.changing(bits: bits)) == count)
    }
    for bit in 0..<256 {
      #expect(PerceptualHash.zero.changing(bits: [bit]).distance(to: .zero) == 1)
    }
  }
}
