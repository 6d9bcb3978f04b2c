/// Finds phrases word for word.
struct ExactSearch: Sendable {
  private let automaton: PhraseAutomaton
  /// For each pattern, the phrases that it stands for.
  private let phrasesOfPattern: [[Int]]

  init(_ phrases: [Phrase]) {
    automaton = PhraseAutomaton(phrases.map { Self.pattern($0.text) })
    var phrasesOfPattern = [[Int]](repeating: [], count: automaton.patternCount)
    for (phrase, pattern) in automaton.patternOfPhrase.enumerated() where pattern != PhraseAutomaton.noPattern {
      phrasesOfPattern[Int(pattern)].append(phrase)
    }
    self.phrasesOfPattern = phrasesOfPattern
  }

  /// Adds the places of every phrase to its places so far.
  ///
  /// Of overlapping places of one phrase the first is taken. A phrase is no longer looked at once it has as many places
  /// as are reported: the automaton's chains are shortened past it, so that nested phrases cost no more than others.
  func search(_ text: String, _ places: inout [PhrasePlaces]) {
    guard automaton.patternCount > 0 else { return }
    let form = ExactForm(text)
    var chains = SuffixChains(automaton.suffixes)
    var counts = [Int32](repeating: 0, count: automaton.patternCount)
    var taken = [Int32](repeating: 0, count: automaton.patternCount)
    var state = PhraseAutomaton.root
    for index in form.symbols.indices {
      state = automaton.next(state, automaton.alphabet.number(of: form.symbols[index]))
      let output = automaton.output(state)
      if output == PhraseAutomaton.noPattern || form.isJoined(index + 1) { continue }
      var pattern = chains.first(output)
      while pattern != PhraseAutomaton.noPattern {
        let number = Int(pattern)
        let first = index + 1 - Int(automaton.lengths[number])
        if first >= Int(taken[number]) {
          taken[number] = Int32(truncatingIfNeeded: index + 1)
          let span = Int(form.starts[first])..<Int(form.ends[index])
          for phrase in phrasesOfPattern[number] { places[phrase].add(span, score: 1) }
          counts[number] += 1
          if counts[number] == PhraseMatch.maximumSpans { chains.settle(pattern) }
        }
        pattern = chains.after(pattern)
      }
    }
  }

  private static func pattern(_ text: String) -> [UInt32] {
    var symbols = ExactForm(text).symbols[...]
    if symbols.first == 0x20 { symbols.removeFirst() }
    if symbols.last == 0x20 { symbols.removeLast() }
    // Whatever stood before it, the phrase begins here.
    if let first = symbols.indices.first { symbols[first] &= ~ExactForm.joined }
    return Array(symbols)
  }
}
