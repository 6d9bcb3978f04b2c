import TextMatching

/// The match of one phrase in a text.
func match(_ phrase: String, _ mode: Phrase.Mode, in text: String) -> PhraseMatch? {
  PhraseMatcher([Phrase(phrase, mode: mode)]).matches(in: text)[0]
}

/// The parts of a text that spans stand for.
func parts(_ text: String, _ spans: [Range<Int>]) -> [String] {
  let bytes = Array(text.utf8)
  return spans.map { String(decoding: bytes[$0], as: UTF8.self) }
}

/// Random numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
