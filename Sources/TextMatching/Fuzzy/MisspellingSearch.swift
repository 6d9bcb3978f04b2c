/// Points out the words of a text that are a phrase with some letters wrong, or hidden.
///
/// A phrase of several words is looked up by its longest: the others are then compared where they should be, so edits
/// are found within words, not in the spaces between them.
struct MisspellingSearch: Sendable {
  /// Words of more letters are none.
  private static let maximumLetters = 64
  /// The most edits in a whole phrase.
  private static let maximumEdits = 2

  /// What a word that is looked up stands for.
  private struct Entry {
    var phrase: Int
    /// The place of the word among those of the phrase.
    var word: Int
    /// The most edits in the whole phrase.
    var edits: Int
  }

  private let entries: [Entry]
  /// A word of fewer characters is near none of the phrases' words, unless it hides letters.
  private let shortestWord: Int
  private let misspellings: DeletionIndex
  private let masked: MaskIndex
  /// How many words each phrase has, and which letters are in each.
  private let wordCounts: [Int]
  private let signatures: [[LetterSet]]
  private let allowances: [[Int]]

  init(_ phrases: [FuzzyPhrase]) {
    var entries: [Entry] = []
    var words: [DeletionIndex.Word] = []
    var masked: [MaskIndex.Word] = []
    for (number, phrase) in phrases.enumerated() {
      guard let word = phrase.words.indices.max(by: { phrase.words[$0].count < phrase.words[$1].count }) else {
        continue
      }
      let letters = phrase.elements[phrase.words[word]]
      guard !letters.contains(where: \.isLiteral) else { continue }
      let edits = phrase.words.reduce(0) { $0 + FuzzyPhrase.allowedEdits(length: $1.count) }
      let allowed = FuzzyPhrase.allowedEdits(length: letters.count)
      words.append(DeletionIndex.Word(letters: phrase.skeleton(ofWord: word), edits: allowed))
      masked.append(MaskIndex.Word(letters: letters.map(\.letter)))
      entries.append(Entry(phrase: number, word: word, edits: min(edits, Self.maximumEdits)))
    }
    self.entries = entries
    shortestWord = words.map { $0.letters.count - $0.edits }.min() ?? 0
    wordCounts = phrases.map(\.words.count)
    signatures = phrases.map { phrase in phrase.words.map { LetterSet(phrase.elements[$0].lazy.map(\.letter)) } }
    allowances = phrases.map { phrase in phrase.words.map { FuzzyPhrase.allowedEdits(length: $0.count) } }
    misspellings = DeletionIndex(words)
    self.masked = MaskIndex(masked)
  }

  func search(_ glyphs: [Glyph], _ verifier: inout Verifier) {
    guard !entries.isEmpty else { return }
    let words = TextWord.words(of: glyphs)
    var lookup = WordLookup(words, glyphs)
    var letters: [UInt32] = []
    var candidates: [Int] = []
    var segment = -1
    for (number, word) in words.enumerated() {
      if word.outer.lowerBound / Verifier.segment != segment {
        segment = word.outer.lowerBound / Verifier.segment
        verifier.beginSegment()
      }
      if verifier.isSpent || (word.outer.count < shortestWord && !word.isMasked) { continue }
      if let known = lookup.known(number) {
        repeatFindings(known, number, words, &verifier)
        continue
      }
      var findings: [WordLookup.Finding] = []
      look(word.inner, in: glyphs, &letters, &candidates)
      for entry in candidates {
        let score = verify(entries[entry], number, words, word.inner, &verifier)
        findings.append(WordLookup.Finding(entry: entry, isOuter: false, score: score))
      }
      if word.outer != word.inner {
        look(word.outer, in: glyphs, &letters, &candidates)
        for entry in candidates where wordCounts[entries[entry].phrase] == 1 {
          let score = verify(entries[entry], number, words, word.outer, &verifier)
          findings.append(WordLookup.Finding(entry: entry, isOuter: true, score: score))
        }
      }
      lookup.add(findings, number)
    }
  }

  /// Adds what was found for a word to another place of the same word: the word alone need not be compared again.
  private func repeatFindings(
    _ known: ArraySlice<WordLookup.Finding>, _ number: Int, _ words: [TextWord], _ verifier: inout Verifier
  ) {
    verifier.spend(known.count)
    for finding in known {
      let entry = entries[finding.entry]
      let range = finding.isOuter ? words[number].outer : words[number].inner
      if wordCounts[entry.phrase] > 1 {
        verify(entry, number, words, range, &verifier)
      } else {
        verifier.add(entry.phrase, range, score: finding.score)
      }
    }
  }

  /// Looks up one word of the text.
  private func look(_ word: Range<Int>, in glyphs: [Glyph], _ letters: inout [UInt32], _ candidates: inout [Int]) {
    candidates.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    guard word.count <= Self.maximumLetters else { return }
    if word.contains(where: { glyphs[$0].traits.contains(.mask) }) {
      for index in word {
        let glyph = glyphs[index]
        let isMask = glyph.traits.contains(.mask)
        guard letters.count + Int(glyph.count) <= Self.maximumLetters else { return }
        letters.append(contentsOf: repeatElement(isMask ? MaskIndex.mask : glyph.letter, count: Int(glyph.count)))
      }
      masked.find(letters, &candidates)
      return
    }
    for index in word where glyphs[index].letter != letters.last { letters.append(glyphs[index].letter) }
    misspellings.find(letters, &candidates)
  }

  /// Compares the words around the one that was looked up with the whole phrase.
  @discardableResult
  private func verify(
    _ entry: Entry, _ number: Int, _ words: [TextWord], _ word: Range<Int>, _ verifier: inout Verifier
  ) -> Double {
    let first = number - entry.word
    let last = first + wordCounts[entry.phrase] - 1
    guard first >= 0, last < words.count else { return 0 }
    for place in first...last where place != number {
      let word = place - first
      verifier.spend()
      guard
        words[place].signature.isNear(signatures[entry.phrase][word], edits: allowances[entry.phrase][word])
      else { return 0 }
    }
    let start = first == number ? word.lowerBound : words[first].inner.lowerBound
    let end = last == number ? word.upperBound : words[last].inner.upperBound
    return verifier.verify(entry.phrase, in: start..<end, edits: max(entry.edits, 1))
  }
}
