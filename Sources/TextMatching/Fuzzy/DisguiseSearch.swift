/// Points out where all letters of a phrase stand in order, whatever is between them and however they are written.
///
/// The automaton reads letters, each run once. A character with several readings (1 for I or L; a sign for a letter or
/// between letters) splits the reading: a small set of states goes on, the deepest ones if there are too many.
struct DisguiseSearch: Sendable {
  /// The most readings that are followed at once.
  private static let maximumReadings = 8
  /// The most characters or runs of one between two letters: "h . a".
  private static let maximumGap: Int32 = 3

  private let automaton: PhraseAutomaton
  private let phrasesOfPattern: [[Int]]

  private struct Reading {
    var state: PhraseAutomaton.State
    /// How many characters since the last letter.
    var gap: Int32
  }

  init(_ phrases: [FuzzyPhrase]) {
    automaton = PhraseAutomaton(phrases.map(\.skeleton))
    var phrasesOfPattern = [[Int]](repeating: [], count: automaton.patternCount)
    for (phrase, pattern) in automaton.patternOfPhrase.enumerated() where pattern != PhraseAutomaton.noPattern {
      phrasesOfPattern[Int(pattern)].append(phrase)
    }
    self.phrasesOfPattern = phrasesOfPattern
  }

  func search(_ glyphs: [Glyph], _ verifier: inout Verifier) {
    var chains = SuffixChains(automaton.suffixes)
    var readings = [Reading(state: PhraseAutomaton.root, gap: 0)]
    var following: [Reading] = []
    for index in glyphs.indices {
      if index % Verifier.segment == 0 { verifier.beginSegment() }
      let glyph = glyphs[index]
      following.removeAll(keepingCapacity: true)
      if glyph.letter == 0 {
        for reading in readings { skip(reading, &following) }
      } else {
        read(glyph, readings, &following)
        if glyph.traits.contains(.endBorder) {
          for reading in following where reading.gap == 0 {
            report(reading.state, index, &chains, &verifier)
          }
        }
      }
      swap(&readings, &following)
      if readings.isEmpty { readings.append(Reading(state: PhraseAutomaton.root, gap: 0)) }
    }
  }

  private func read(_ glyph: Glyph, _ readings: [Reading], _ following: inout [Reading]) {
    let first = automaton.alphabet.number(of: glyph.letter)
    let second = glyph.second == 0 ? 0 : automaton.alphabet.number(of: glyph.second)
    let literal = glyph.literal == glyph.letter ? 0 : automaton.alphabet.number(of: glyph.literal)
    for reading in readings {
      for letter in [first, second, literal] where letter != 0 {
        let state =
          automaton.label(reading.state) == letter ? reading.state : automaton.next(reading.state, letter)
        insert(Reading(state: state, gap: 0), &following)
      }
      if glyph.traits.contains(.skippable) { skip(reading, &following) }
    }
  }

  private func skip(_ reading: Reading, _ following: inout [Reading]) {
    guard reading.state != PhraseAutomaton.root, reading.gap < Self.maximumGap else { return }
    insert(Reading(state: reading.state, gap: reading.gap + 1), &following)
  }

  private func insert(_ reading: Reading, _ readings: inout [Reading]) {
    guard reading.state != PhraseAutomaton.root else { return }
    for index in readings.indices where readings[index].state == reading.state {
      readings[index].gap = min(readings[index].gap, reading.gap)
      return
    }
    if readings.count < Self.maximumReadings {
      readings.append(reading)
    } else if let shallowest = readings.indices.min(by: { readings[$0].state < readings[$1].state }),
      readings[shallowest].state < reading.state
    {
      // States are numbered breadth first: a greater number is as deep or deeper.
      readings[shallowest] = reading
    }
  }

  private func report(
    _ state: PhraseAutomaton.State, _ end: Int, _ chains: inout SuffixChains, _ verifier: inout Verifier
  ) {
    let output = automaton.output(state)
    guard output != PhraseAutomaton.noPattern, !verifier.isSpent else { return }
    var pattern = chains.first(output)
    while pattern != PhraseAutomaton.noPattern {
      var isSettled = true
      for phrase in phrasesOfPattern[Int(pattern)] {
        verifier.spend()
        verifier.verify(phrase, endingAt: end)
        if verifier.isSpent { return }
        if !verifier.places[phrase].isSettled { isSettled = false }
      }
      if isSettled { chains.settle(pattern) }
      pattern = chains.after(pattern)
    }
  }
}
