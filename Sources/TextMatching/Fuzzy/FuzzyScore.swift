/// How near a stretch of a text comes to a phrase, of which it is a disguise or a misspelling.
///
/// The score is 1, less what each kind of disguise and each edit takes away:
///
/// | found | less |
/// |---|---|
/// | accents that the phrase has not, or the other way round | 0.05 |
/// | invisible characters | 0.05 |
/// | letters in circles, small capitals and the like | 0.05 |
/// | look-alike letters; and no other: 0.3 more, 0.6 more among words of their alphabet | 0.05 |
/// | digits or symbols for letters; for more than half of them 0.1 more, or 0.45 more for digits in a short word | 0.1 |
/// | a letter three times or more | 0.05 |
/// | a letter doubled, in a word of 5 letters or more, of 4, of fewer; each further one 0.05 | 0.25, 0.35, 0.6 |
/// | every letter set apart | 0.1 |
/// | some letters set apart: more than once; once, by a sign; once, by a space or an apostrophe | 0.35, 0.4, 0.6 |
/// | the words run together, or with signs between them | 0.1, 0.05 |
/// | letters hidden, as in "f*ck"; half of them or more 0.2 more | 0.2 |
/// | each edit: see ``editPenalty(_:_:_:)`` | 0.35 to 0.6 |
///
/// Where no letter is itself, but digits and symbols only, the score is at most 0.4. From 0.5 on a reader takes the
/// stretch for the phrase; what is below resembles it, as "late" does "hate".
struct FuzzyScore {
  private let phrase: FuzzyPhrase
  private let glyphs: [Glyph]
  private let alignment: Alignment

  private var identical = 0
  private var ornate = 0
  private var lookAlikes = 0
  private var leetDigits = 0
  private var leetSymbols = 0
  private var masks = 0
  private var hasAccents = false
  private var hasInvisible = false
  private var isElongated = false
  /// Penalties are counted in hundredths.
  private var penalty = 0

  /// What stands between two letters.
  private struct Gap {
    var hasSign = false
    var hasSpace = false
    var hasApostrophe = false
    var isEmpty: Bool { !hasSign && !hasSpace && !hasApostrophe }
  }

  /// Places between letters of one word, those of them with something in between, and what kind that is.
  private var innerPlaces = 0
  private var splits = 0
  private var isSplitBySignOnly = true
  private var joinedWords = 0
  private var signedBorders = 0

  private init(_ phrase: FuzzyPhrase, _ glyphs: [Glyph], _ alignment: Alignment) {
    self.phrase = phrase
    self.glyphs = glyphs
    self.alignment = alignment
  }

  static func score(_ alignment: Alignment, of phrase: FuzzyPhrase, in glyphs: [Glyph]) -> Double {
    var score = FuzzyScore(phrase, glyphs, alignment)
    score.count()
    return score.value
  }

  private mutating func count() {
    var gap = Gap()
    var lastElement: Int?
    var doublings: [Int: Int] = [:]
    for step in alignment.steps {
      let glyph = glyphs[step.glyph]
      if glyph.traits.contains(.afterInvisible), step.glyph > alignment.glyphs.lowerBound { hasInvisible = true }
      switch step.operation {
      case .separator:
        if glyph.traits.contains(.space) {
          gap.hasSpace = true
        } else if glyph.traits.contains(.apostrophe) {
          gap.hasApostrophe = true
        } else {
          gap.hasSign = true
        }
        continue
      case .repetition:
        if glyph.count >= Glyph.drawnOut { isElongated = true } else { doublings[step.glyph] = step.element }
        continue
      case .identical: identical += 1
      case .ornate: ornate += 1
      case .lookAlike: lookAlikes += 1
      case .leetDigit: leetDigits += 1
      case .leetSymbol: leetSymbols += 1
      case .mask: masks += 1
      case .undoubling, .similar, .substitution, .insertion, .deletion, .transposition:
        penalty += editPenalty(step.operation, step.element, glyph)
      case .none: break
      }
      guard step.operation.takesLetter else { continue }
      if step.operation == .identical || step.operation == .lookAlike,
        glyph.traits.contains(.accent) != phrase.elements[step.element].hasAccent
      {
        hasAccents = true
      }
      if let lastElement { meet(gap, between: lastElement, and: step.element) }
      gap = Gap()
      lastElement = step.operation == .transposition ? step.element + 1 : step.element
    }
    if let worst = doublings.values.map({ doublingPenalty(wordLength($0)) }).max() {
      penalty += worst + 5 * (doublings.count - 1)
    }
  }

  private mutating func meet(_ gap: Gap, between left: Int, and right: Int) {
    if phrase.elements[left].word == phrase.elements[right].word {
      innerPlaces += 1
      if !gap.isEmpty {
        splits += 1
        if gap.hasSpace || gap.hasApostrophe { isSplitBySignOnly = false }
      }
    } else if gap.isEmpty {
      joinedWords += 1
    } else if !gap.hasSpace {
      signedBorders += 1
    }
  }

  private var value: Double {
    var score = 100 - penalty
    if hasAccents { score -= 5 }
    if hasInvisible { score -= 5 }
    if isElongated { score -= 5 }
    score -= lookAlikePenalty + leetPenalty + splitPenalty + maskPenalty
    if joinedWords > 0 { score -= 10 } else if signedBorders > 0 { score -= 5 }
    if ornate > 0 { score -= 5 }
    if identical + ornate + lookAlikes == 0 { score = min(score, 40) }
    return Double(max(0, min(100, score))) / 100
  }

  private var lookAlikePenalty: Int {
    guard lookAlikes > 0 else { return 0 }
    guard identical + ornate == 0 else { return 5 }
    return isAmongItsLikes ? 65 : 35
  }

  private var leetPenalty: Int {
    let leet = leetDigits + leetSymbols
    guard leet > 0 else { return 0 }
    var penalty = 10
    if leet * 2 > phrase.elements.count {
      let isShort = phrase.elements.count <= (splits > 0 ? 4 : 3)
      penalty += isShort && leetDigits * 2 > phrase.elements.count ? 45 : 10
    }
    return penalty
  }

  private var splitPenalty: Int {
    guard splits > 0 else { return 0 }
    if splits == innerPlaces, innerPlaces > 1 { return 10 }
    if phrase.elements.count <= 3 { return 60 }
    if splits > 1 { return 35 }
    return isSplitBySignOnly ? 40 : 60
  }

  private var maskPenalty: Int {
    masks == 0 ? 0 : masks * 2 >= phrase.elements.count ? 40 : 20
  }

  private func doublingPenalty(_ length: Int) -> Int {
    length >= 5 ? 25 : length == 4 ? 35 : 60
  }

  /// What an edit takes away. In words of up to 7 letters only what hardly makes another word is a disguise: two inner
  /// letters in each other's place, a vowel left out between consonants, a letter that looks or sounds alike, an S at
  /// the end. In longer words, and in phrases that have other words to go by, any edit within a word is; the first
  /// letter and the last count in full in every word.
  private func editPenalty(_ operation: Alignment.Operation, _ element: Int, _ glyph: Glyph) -> Int {
    let index = min(element, phrase.elements.count - 1)
    let word = phrase.words[phrase.elements[index].word]
    let isLong = phrase.elements.count >= 8 && word.count >= 4
    let isInner = index > word.lowerBound && index < word.upperBound - 1
    switch operation {
    case .undoubling:
      return isLong || word.count >= 5 ? 35 : 55
    case .transposition:
      return index > word.lowerBound && index + 1 < word.upperBound - 1 ? 35 : 55
    case .similar:
      return 40
    case .deletion:
      if isInner, phrase.elements[index].isVowel, !phrase.elements[index - 1].isVowel,
        !phrase.elements[index + 1].isVowel
      {
        return 40
      }
      return isLong && isInner ? 40 : 55
    case .insertion:
      let isAtEnd = element >= phrase.elements.count || element == word.lowerBound
      let last = phrase.elements[word.upperBound - 1]
      if element >= phrase.elements.count, word.count >= 4, glyph.literal == 0x73, last.literal != 0x73 { return 40 }
      return isLong && !isAtEnd ? 40 : 55
    default:
      return isLong && isInner ? 40 : 60
    }
  }

  private func wordLength(_ element: Int) -> Int {
    phrase.words[phrase.elements[min(element, phrase.elements.count - 1)].word].count
  }

  /// Whether the letters near by are of the alphabet of the stretch, so that it is likely a word of that language.
  private var isAmongItsLikes: Bool {
    let reach = 40
    let isLatin = glyphs[alignment.glyphs.lowerBound].literal < 0x80
    let before = max(alignment.glyphs.lowerBound - reach, 0)..<alignment.glyphs.lowerBound
    let after = alignment.glyphs.upperBound + 1..<min(alignment.glyphs.upperBound + 1 + reach, glyphs.count)
    return [before, after].contains { places in
      places.contains { place in
        let glyph = glyphs[place]
        // A letter that looks like a Latin one tells nothing: it may be a disguise too.
        return glyph.disguise == .none && (glyph.literal < 0x80) == isLatin
          && glyph.traits.isDisjoint(with: [.skippable, .unspaced, .digit])
      }
    }
  }
}
