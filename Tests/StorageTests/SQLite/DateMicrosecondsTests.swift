import Foundation
import Testing

@testable import Storage

struct DateMicrosecondsTests {
  /// A number becomes a date and the same number again, over the centuries that matter and at odd microseconds.
  @Test func keepsEveryMicrosecond() {
    var generator = SystemRandomNumberGenerator()
    let edges: [Int64] = [0, 1, -1, 978_307_200_000_000, 1_760_000_000_999_999, 4_102_444_800_000_001]
    let samples =
      edges + (0..<20_000).map { _ in .random(in: -2_000_000_000_000_000...4_200_000_000_000_000, using: &generator) }
    let changed = samples.filter { Date(microsecondsSince1970: $0).microsecondsSince1970 != $0 }
    #expect(changed.isEmpty)
  }

  /// A date of any precision is the same after one and after two rounds.
  @Test func settlesAtOnce() {
    let dates =
      (0..<20_000).map { Date(timeIntervalSince1970: Double($0) * 98_765.432_109_87) } + [.distantPast, .distantFuture]
    let unsettled = dates.filter { $0.roundedToMicroseconds.roundedToMicroseconds != $0.roundedToMicroseconds }
    #expect(unsettled.isEmpty)
  }

  /// Neighbouring moments stay apart, whatever moment they are counted from.
  @Test func keepsNeighboursApart() {
    for _ in 0..<200 {
      let first = Date(timeIntervalSinceReferenceDate: .random(in: 700e6...900e6))
      let kept = (0..<1_000).map { first.advanced(microseconds: $0).microsecondsSince1970 }
      #expect(zip(kept, kept.dropFirst()).allSatisfy { $1 == $0 + 1 })
    }
  }

  /// What no number holds becomes an end of the scale, and never traps.
  @Test(arguments: [
    (1e300, Int64.max), (-1e300, .min), (.infinity, .max), (-.infinity, .min), (.nan, .min), (9.223e12, .max),
  ])
  func clampsTheUnthinkable(seconds: Double, expected: Int64) {
    let date = Date(timeIntervalSinceReferenceDate: seconds)
    #expect(date.microsecondsSince1970 == expected)
    _ = Date(microsecondsSince1970: expected)
  }
}
