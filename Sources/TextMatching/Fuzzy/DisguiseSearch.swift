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
  /// The characters of ASCII that some phrase begins with, a bit each.
  private let beginnings: (low: UInt64, high: UInt64)
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
    var beginnings: (low: UInt64, high: UInt64) = (0, 0)
    for first in phrases.compactMap(\.skeleton.first) where first < 0x80 {
      if first < 0x40 { beginnings.low |= 1 << UInt64(first) } else { beginnings.high |= 1 << UInt64(first - 0x40) }
    }
    self.beginnings = beginnings
  }

  func search(_ glyphs: [Glyph], _ verifier: inout Verifier) {
    automaton.withWalk { walk in
      glyphs.withUnsafeBufferPointer { search($0, walk, &verifier) }
    }
  }

  private func search(
    _ glyphs: UnsafeBufferPointer<Glyph>, _ walk: PhraseAutomaton.Walk, _ verifier: inout Verifier
  ) {
    var chains = SuffixChains(automaton.suffixes)
    // None while no phrase has begun: then the root is the one reading.
    var readings: [Reading] = []
    var following: [Reading] = []
    for index in glyphs.indices {
      if index % Verifier.segment == 0 { verifier.beginSegment() }
      if readings.isEmpty, !begins(glyphs[index], walk) { continue }
      let glyph = glyphs[index]
      following.removeAll(keepingCapacity: true)
      if glyph.letter == 0 {
        for reading in readings { skip(reading, &following) }
      } else {
        if readings.isEmpty { readings.append(Reading(state: PhraseAutomaton.root, gap: 0)) }
        read(glyph, readings, walk, &following)
        if glyph.traits.contains(.endBorder) {
          for reading in following where reading.gap == 0 {
            report(walk.output(reading.state), index, &chains, &verifier)
          }
        }
      }
      swap(&readings, &following)
    }
  }

  /// Whether some phrase may begin with a character: it stands at a border, and may be read as a first letter.
  private func begins(_ glyph: Glyph, _ walk: PhraseAutomaton.Walk) -> Bool {
    guard glyph.letter != 0, glyph.traits.contains(.startBorder) else { return false }
    return begins(with: glyph.letter, walk) || (glyph.second != 0 && begins(with: glyph.second, walk))
      || (glyph.literal != glyph.letter && begins(with: glyph.literal, walk))
  }

  private func begins(with letter: UInt32, _ walk: PhraseAutomaton.Walk) -> Bool {
    if letter < 0x40 { return beginnings.low >> UInt64(letter) & 1 != 0 }
    if letter < 0x80 { return beginnings.high >> UInt64(letter - 0x40) & 1 != 0 }
    return walk.begins(with: automaton.alphabet.number(of: letter))
  }

  private func read(
    _ glyph: Glyph, _ readings: [Reading], _ walk: PhraseAutomaton.Walk, _ following: inout [Reading]
  ) {
    let letters = (
      automaton.alphabet.number(of: glyph.letter),
      glyph.second == 0 ? 0 : automaton.alphabet.number(of: glyph.second),
      glyph.literal == glyph.letter ? 0 : automaton.alphabet.number(of: glyph.literal)
    )
    func read(_ letter: UInt32, from reading: Reading) {
      if letter == 0 { return }
      let state = walk.label(reading.state) == letter ? reading.state : walk.next(reading.state, letter)
      insert(Reading(state: state, gap: 0), &following)
    }
    for reading in readings {
      read(letters.0, from: reading)
      read(letters.1, from: reading)
      read(letters.2, from: reading)
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
    _ output: PhraseAutomaton.Pattern, _ end: Int, _ chains: inout SuffixChains, _ verifier: inout Verifier
  ) {
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
