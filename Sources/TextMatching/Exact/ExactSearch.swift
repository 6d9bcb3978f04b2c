/// Finds phrases word for word.
struct ExactSearch: Sendable {
  private let automaton: PhraseAutomaton
  /// For each pattern, the phrases that it stands for.
  private let phrasesOfPattern: [[Int]]
  /// The numbers of plain characters' symbols: with a word border before them, and without.
  private let bordered: [UInt32]
  private let joined: [UInt32]

  init(_ phrases: [Phrase]) {
    automaton = PhraseAutomaton(phrases.map { Self.pattern($0.text) })
    var phrasesOfPattern = [[Int]](repeating: [], count: automaton.patternCount)
    for (phrase, pattern) in automaton.patternOfPhrase.enumerated() where pattern != PhraseAutomaton.noPattern {
      phrasesOfPattern[Int(pattern)].append(phrase)
    }
    self.phrasesOfPattern = phrasesOfPattern
    let alphabet = automaton.alphabet
    bordered = (0..<0x80).map { alphabet.number(of: ExactForm.plain($0)) }
    joined = (0..<0x80).map { alphabet.number(of: ExactForm.plain($0) | ExactForm.joined) }
  }

  /// Adds the places of every phrase to its places so far.
  ///
  /// Of overlapping places of one phrase the first is taken. A phrase is no longer looked at once it has as many places
  /// as are reported: the automaton's chains are shortened past it, so that nested phrases cost no more than others.
  func search(_ text: String, _ places: inout [PhrasePlaces]) {
    guard automaton.patternCount > 0 else { return }
    var text = text
    text.withUTF8 { bytes in
      if bytes.count <= UInt32.max, PlainASCII.isPlain(bytes) {
        searchPlain(bytes, &places)
      } else {
        searchForm(ExactForm(bytes), &places)
      }
    }
  }

  private func searchForm(_ form: ExactForm, _ places: inout [PhrasePlaces]) {
    var finds = Finds(automaton)
    automaton.withWalk { walk in
      var state = PhraseAutomaton.root
      for index in form.symbols.indices {
        state = walk.next(state, automaton.alphabet.number(of: form.symbols[index]))
        let output = walk.output(state)
        if output == PhraseAutomaton.noPattern || form.isJoined(index + 1) { continue }
        finds.add(output, of: automaton, endingAt: index) { pattern, first in
          let span = Int(form.starts[first])..<Int(form.ends[index])
          for phrase in phrasesOfPattern[pattern] { places[phrase].add(span, score: 1) }
        }
      }
    }
  }

  /// The same as `searchForm`, the form being made on the way: of a plain character it is one symbol, and none for white
  /// space after white space.
  private func searchPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ places: inout [PhrasePlaces]) {
    var finds = Finds(automaton)
    PlainASCII.kinds.withUnsafeBufferPointer { kinds in
      automaton.withWalk { walk in
        bordered.withUnsafeBufferPointer { bordered in
          joined.withUnsafeBufferPointer { joined in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count) { starts in
              var state = PhraseAutomaton.root
              var left = PlainASCII.Kind.other
              var symbol = -1
              for (offset, byte) in bytes.enumerated() {
                let kind = kinds[Int(byte)]
                if kind == .space, left == .space { continue }
                symbol += 1
                starts[symbol] = UInt32(truncatingIfNeeded: offset)
                let isJoined = kind == .word && left == .word
                let number =
                  kind == .space ? bordered[0x20] : isJoined ? joined[Int(byte)] : bordered[Int(byte)]
                left = kind
                state = walk.next(state, number)
                let output = walk.output(state)
                if output == PhraseAutomaton.noPattern { continue }
                // Within a word no phrase ends.
                let end = offset + 1
                if kind == .word, end < bytes.count, kinds[Int(bytes[end])] == .word { continue }
                finds.add(output, of: automaton, endingAt: symbol) { pattern, first in
                  let span = Int(starts[first])..<end
                  for phrase in phrasesOfPattern[pattern] { places[phrase].add(span, score: 1) }
                }
              }
            }
          }
        }
      }
    }
  }

  private static func pattern(_ text: String) -> [UInt32] {
    var text = text
    var symbols = text.withUTF8 { ExactForm($0) }.symbols[...]
    if symbols.first == 0x20 { symbols.removeFirst() }
    if symbols.last == 0x20 { symbols.removeLast() }
    // Whatever stood before it, the phrase begins here.
    if let first = symbols.indices.first { symbols[first] &= ~ExactForm.joined }
    return Array(symbols)
  }
}

/// Which of the patterns that end somewhere are places of their own.
private struct Finds {
  private var chains: SuffixChains
  private var counts: [Int32]
  /// For each pattern, the symbol after its last place.
  private var taken: [Int32]

  init(_ automaton: PhraseAutomaton) {
    chains = SuffixChains(automaton.suffixes)
    counts = Array(repeating: 0, count: automaton.patternCount)
    taken = counts
  }

  /// - Parameter keep: takes a pattern and its first symbol.
  mutating func add(
    _ output: PhraseAutomaton.Pattern, of automaton: PhraseAutomaton, endingAt index: Int, keep: (Int, Int) -> Void
  ) {
    var pattern = chains.first(output)
    while pattern != PhraseAutomaton.noPattern {
      let number = Int(pattern)
      let first = index + 1 - Int(automaton.lengths[number])
      if first >= Int(taken[number]) {
        taken[number] = Int32(truncatingIfNeeded: index + 1)
        keep(number, first)
        counts[number] += 1
        if counts[number] == PhraseMatch.maximumSpans { chains.settle(pattern) }
      }
      pattern = chains.after(pattern)
    }
  }
}
