import Testing
import TextMatching

/// Text of plain ASCII takes a shorter way, which finds the same.
struct PlainTextTests {
  private static let pieces = [
    "cat", "Cat", "c4t", "k1ll", "kill", "kil", "ab", "a", "b", " ", "  ", "\n", "\t", "-", "_", "+", "c++", ".", "'",
    "*", "$", "@", "7", "k i l l", "k.i.l.l", "Z", "kiiill",
  ]

  /// A character that is no part of anything, behind a space, turns the shorter way off and changes nothing else.
  @Test(arguments: [Phrase.Mode.exact, .fuzzy], 0..<60)
  func agreesWithTheGeneralWay(mode: Phrase.Mode, seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    func text(_ length: ClosedRange<Int>) -> String {
      (0..<Int.random(in: length, using: &numbers)).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }
        .joined()
    }
    let matcher = PhraseMatcher(
      (["kill", "cat", "c++"] + (0..<8).map { _ in text(1...4) }).map { Phrase($0, mode: mode) })
    for _ in 0..<20 {
      let plain = text(0...40)
      #expect(matcher.matches(in: plain) == matcher.matches(in: plain + " 。"), "\(plain.debugDescription)")
    }
  }
}
