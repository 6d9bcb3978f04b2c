/// Finds the likeliest way in which the end of a stretch of text is a phrase: dynamic programming from the right, over
/// the letters of the phrase and the characters before a given one.
///
/// An edit costs more than all disguises together can, so that of two ways the one with fewer edits is found. The table
/// grows with the phrase, never with the text.
struct Aligner {
  private typealias Operation = Alignment.Operation

  private enum Cost {
    static let unreachable: Int32 = .max / 4
    static let lookAlike: Int32 = 1
    static let leet: Int32 = 2
    static let separator: Int32 = 2
    static let repetition: Int32 = 3
    /// A letter twice may be an edit of another kind; three times it is drawn out.
    static let doubling: Int32 = 260
    static let mask: Int32 = 20
    static let undoubling: Int32 = 750
    static let similar: Int32 = 1_000
    static let transposition: Int32 = 1_001
    static let deletion: Int32 = 1_010
    static let insertion: Int32 = 1_010
    static let substitution: Int32 = 1_020
    /// What all disguises of a stretch together may cost: less than an edit.
    static let disguises: Int32 = 900
    static func limit(edits: Int) -> Int32 { Int32(edits) * substitution + disguises }
  }

  /// The most characters that are read for each letter of a phrase ("h - a - t - e"), and besides.
  private static let charactersPerLetter = 4
  private static let moreCharacters = 16
  /// What one alignment costs besides its cells, in cells.
  private static let setupWork = 8
  /// What it costs to go through one step of an alignment that was found, in cells.
  private static let stepWork = 4

  /// The characters before the end, rightmost first; one that stands in a run stands here as often as the phrase can use.
  private var units: [Int32] = []
  /// The costs of three rows: one for each character read, with a column for each number of letters taken.
  private var costs: [Int32] = []
  /// How each cell of every row was reached. Only cells that the limit allows are ever written or read.
  private var operations: [UInt8] = []

  /// The cells computed so far: what bounds the work on one text.
  private(set) var work = 0

  /// The likeliest way in which a phrase ends at a character.
  ///
  /// - Parameters:
  ///   - start: where the phrase must begin; nil to begin at any border.
  ///   - edits: how many letters may be wrong.
  ///   - floor: the first character that may be part of it.
  mutating func align(
    _ phrase: FuzzyPhrase, _ glyphs: [Glyph], end: Int, start: Int?, edits: Int, floor: Int = 0
  ) -> Alignment? {
    let length = phrase.elements.count
    let width = length + 1
    units.removeAll(keepingCapacity: true)
    if costs.count < 3 * width { costs.append(contentsOf: repeatElement(0, count: 3 * width - costs.count)) }
    work += Self.setupWork

    let limit = Cost.limit(edits: edits)
    var best: (cost: Int32, unit: Int)?
    // The columns of the last two rows that the limit allows.
    var previous = 0..<0
    var beforePrevious = 0..<0
    for unit in 0...(length * Self.charactersPerLetter + Self.moreCharacters) {
      if unit > 0, unit > units.count, !gather(glyphs, end: end, first: start ?? floor, phrase: phrase) { break }
      if operations.count < (unit + 1) * width { operations.append(contentsOf: repeatElement(0, count: width)) }
      let row = unit % 3 * width
      let lastRow = (unit + 2) % 3 * width
      let rowBefore = (unit + 1) % 3 * width
      let glyph = unit > 0 ? glyphs[Int(units[unit - 1])] : nil
      let mayTranspose = edits > 0 && !beforePrevious.isEmpty
      var taken =
        unit == 0
        ? 0
        : min(
          previous.isEmpty ? width : previous.lowerBound, mayTranspose ? beforePrevious.lowerBound + 2 : width)
      let reach = max(previous.upperBound, mayTranspose ? beforePrevious.upperBound + 1 : 0)
      var allowed = width..<width
      var least = Cost.unreachable
      while taken < width {
        var cost: Int32 = unit == 0 && taken == 0 ? 0 : Cost.unreachable
        var operation = Operation.none
        let element = length - taken
        if let glyph {
          if taken > 0, previous.contains(taken - 1) {
            let (extra, candidate) = Self.match(glyph, phrase.elements[element], element == 0, edits)
            let total = costs[lastRow + taken - 1] + extra
            if total < cost { (cost, operation) = (total, candidate) }
          }
          if previous.contains(taken) {
            let (extra, candidate) = Self.insertion(glyph, phrase, taken: taken, edits)
            let total = costs[lastRow + taken] + extra
            if total < cost { (cost, operation) = (total, candidate) }
          }
          if mayTranspose, taken > 1, beforePrevious.contains(taken - 2) {
            let total = costs[rowBefore + taken - 2] + Cost.transposition
            if total < cost,
              Self.isTransposed(
                glyph, glyphs[Int(units[unit - 2])], phrase.elements[element], phrase.elements[element + 1])
            {
              (cost, operation) = (total, .transposition)
            }
          }
        }
        if taken > 0, taken - 1 >= allowed.lowerBound, costs[row + taken - 1] <= limit {
          let (extra, candidate) = Self.deletion(phrase, element, edits)
          let total = costs[row + taken - 1] + extra
          if total < cost { (cost, operation) = (total, candidate) }
        }
        costs[row + taken] = cost
        operations[unit * width + taken] = operation.rawValue
        work += 1
        if cost <= limit {
          allowed = (allowed.isEmpty ? taken : allowed.lowerBound)..<taken + 1
          least = min(least, cost)
        } else if taken >= reach {
          break
        }
        taken += 1
      }

      if unit > 0, allowed.contains(length), costs[row + length] < best?.cost ?? .max {
        let isStart =
          if start != nil {
            unit == units.count && Int(units[unit - 1]) == start
          } else {
            glyph?.traits.contains(.startBorder) == true
              && Operation(rawValue: operations[unit * width + length])?.takesLetter == true
          }
        if isStart { best = (costs[row + length], unit) }
      }
      if allowed.isEmpty, edits == 0 || previous.isEmpty { break }
      if let best, least > best.cost { break }
      beforePrevious = previous
      previous = allowed.isEmpty ? 0..<0 : allowed
    }
    guard let best else { return nil }
    work += (best.unit + length) * Self.stepWork
    return trace(phrase, from: best.unit)
  }

  /// Lists one more character before the end; false where there is none.
  private mutating func gather(_ glyphs: [Glyph], end: Int, first: Int, phrase: FuzzyPhrase) -> Bool {
    let index = units.last.map { Int($0) - 1 } ?? end
    guard index >= first else { return false }
    let glyph = glyphs[index]
    let most = glyph.traits.contains(.mask) ? phrase.elements.count : phrase.longestRun + 1
    let count = glyph.letter == 0 ? 1 : min(Int(glyph.count), most)
    units.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: index), count: count))
    return true
  }

  /// Reads the table back: from the leftmost character to the right, which is the order of the text.
  private func trace(_ phrase: FuzzyPhrase, from unit: Int) -> Alignment? {
    let length = phrase.elements.count
    var steps: [Alignment.Step] = []
    var unit = unit
    var taken = length
    while unit > 0 || taken > 0 {
      guard let operation = Operation(rawValue: operations[unit * (length + 1) + taken]) else { return nil }
      let glyph = Int(units[max(unit - 1, 0)])
      steps.append(Alignment.Step(operation: operation, glyph: glyph, element: length - taken))
      switch operation {
      case .none: return nil
      case .identical, .ornate, .lookAlike, .leetDigit, .leetSymbol, .mask, .similar, .substitution:
        unit -= 1
        taken -= 1
      case .transposition:
        unit -= 2
        taken -= 2
      case .separator, .repetition, .insertion: unit -= 1
      case .deletion, .undoubling: taken -= 1
      }
    }
    guard let first = steps.first, let last = units.first else { return nil }
    return Alignment(steps: steps, glyphs: first.glyph...Int(last))
  }

  /// What it costs to take a character for a letter.
  private static func match(
    _ glyph: Glyph, _ element: FuzzyPhrase.Element, _ isFirst: Bool, _ edits: Int
  ) -> (Int32, Operation) {
    if glyph.literal == element.literal { return (0, .identical) }
    guard !element.isLiteral else { return (Cost.unreachable, .none) }
    if glyph.letter == element.letter { return disguise(glyph.disguise) }
    if glyph.second == element.letter, glyph.second != 0 { return disguise(glyph.secondDisguise) }
    guard edits > 0, glyph.letter != 0 else { return (Cost.unreachable, .none) }
    if glyph.traits.contains(.mask) { return (Cost.mask, .mask) }
    guard glyph.isWordPart else { return (Cost.unreachable, .none) }
    return SimilarLetters.isSimilar(glyph.letter, to: element.letter, isFirst: isFirst)
      ? (Cost.similar, .similar) : (Cost.substitution, .substitution)
  }

  private static func disguise(_ disguise: Glyph.Disguise) -> (Int32, Operation) {
    switch disguise {
    case .ornate: (Cost.lookAlike, .ornate)
    case .none, .lookAlike: (Cost.lookAlike, .lookAlike)
    case .leetDigit: (Cost.leet, .leetDigit)
    case .leetSymbol: (Cost.leet, .leetSymbol)
    }
  }

  /// What it costs that a character is there besides the phrase, when so many letters are taken already.
  private static func insertion(
    _ glyph: Glyph, _ phrase: FuzzyPhrase, taken: Int, _ edits: Int
  ) -> (Int32, Operation) {
    let elements = phrase.elements
    let next = elements.count - taken - 1
    if glyph.letter != 0,
      (next >= 0 && isAlike(glyph, elements[next])) || (taken > 0 && isAlike(glyph, elements[next + 1]))
    {
      return (glyph.count >= Glyph.drawnOut ? Cost.repetition : Cost.doubling, .repetition)
    }
    if glyph.traits.contains(.skippable), taken > 0, next >= 0 { return (Cost.separator, .separator) }
    return edits > 0 && glyph.isWordPart ? (Cost.insertion, .insertion) : (Cost.unreachable, .none)
  }

  private static func deletion(_ phrase: FuzzyPhrase, _ element: Int, _ edits: Int) -> (Int32, Operation) {
    let elements = phrase.elements
    let letter = elements[element]
    guard !letter.isLiteral else { return (Cost.unreachable, .none) }
    let isDouble =
      (element > 0 && elements[element - 1].letter == letter.letter && elements[element - 1].word == letter.word)
      || (element + 1 < elements.count && elements[element + 1].letter == letter.letter
        && elements[element + 1].word == letter.word)
    if isDouble { return (Cost.undoubling, .undoubling) }
    return edits > 0 ? (Cost.deletion, .deletion) : (Cost.unreachable, .none)
  }

  private static func isAlike(_ glyph: Glyph, _ element: FuzzyPhrase.Element) -> Bool {
    if element.isLiteral { return glyph.literal == element.literal }
    return glyph.letter == element.letter || (glyph.second != 0 && glyph.second == element.letter)
  }

  private static func isTransposed(
    _ left: Glyph, _ right: Glyph, _ first: FuzzyPhrase.Element, _ second: FuzzyPhrase.Element
  ) -> Bool {
    first.word == second.word && first.letter != second.letter && isAlike(left, second) && isAlike(right, first)
  }
}
