import TestSupport
import Testing

@testable import ContentIntake

@Suite struct DigestTableTests {
  /// Every digest is found, each is held once, and nothing else is found, whatever the width.
  @Test(arguments: [2, 3, 4])
  func holdsWhatItIsGiven(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    // Few values, so that digests share their beginnings.
    var digests = (0..<500).map { _ in (0..<width).map { _ in UInt64.random(in: 0...9, using: &generator) } }
    digests.append([UInt64](repeating: .max, count: width))
    let table = DigestTable(width: width, unsorted: (digests + digests.reversed()).flatMap { $0 })
    #expect(table.count == Set(digests).count)
    #expect(digests.allSatisfy(table.contains))
    for _ in 0..<500 {
      let other = (0..<width).map { _ in UInt64.random(in: 0...10, using: &generator) }
      #expect(table.contains(other) == digests.contains(other))
    }
    #expect(!DigestTable(width: width, unsorted: []).contains(digests[0]))
  }
}
