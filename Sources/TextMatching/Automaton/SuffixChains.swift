/// The patterns that end where a pattern ends, longest first, without those that are settled.
struct SuffixChains {
  private var suffixes: [PhraseAutomaton.Pattern]
  private var isSettled: [Bool]

  init(_ suffixes: [PhraseAutomaton.Pattern]) {
    self.suffixes = suffixes
    isSettled = Array(repeating: false, count: suffixes.count)
  }

  /// This pattern, or the next that is not settled.
  mutating func first(_ pattern: PhraseAutomaton.Pattern) -> PhraseAutomaton.Pattern {
    var live = pattern
    while live != PhraseAutomaton.noPattern, isSettled[Int(live)] { live = suffixes[Int(live)] }
    // The settled ones that were passed point past each other from now on.
    var passed = pattern
    while passed != live {
      let next = suffixes[Int(passed)]
      suffixes[Int(passed)] = live
      passed = next
    }
    return live
  }

  /// The next after this pattern that is not settled.
  mutating func after(_ pattern: PhraseAutomaton.Pattern) -> PhraseAutomaton.Pattern {
    let next = first(suffixes[Int(pattern)])
    suffixes[Int(pattern)] = next
    return next
  }

  /// Leaves a pattern out of every chain.
  mutating func settle(_ pattern: PhraseAutomaton.Pattern) { isSettled[Int(pattern)] = true }
}
