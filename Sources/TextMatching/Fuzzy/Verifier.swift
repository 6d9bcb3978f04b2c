/// Looks closely at the stretches of a text that a search points out, and keeps those that hold a phrase.
///
/// The work on each segment of a text is bounded: ordinary texts need a small part of what they may, and where a text
/// was made to point out more than that, the rest of the segment is not looked at. So no text and no set of phrases can
/// hold a search up, nor can one part of a text use up what another needs.
struct Verifier {
  /// How many characters a segment has.
  static let segment = 8_192
  private static let workPerSegment = 32 * segment

  let phrases: [FuzzyPhrase]
  let glyphs: [Glyph]

  /// For each phrase, its places so far.
  private(set) var places: [PhrasePlaces]

  private var aligner = Aligner()
  private var otherWork = 0
  private var allowedWork = 0
  /// For each phrase, the first character after its last place in disguise.
  private var taken: [Int]

  init(phrases: [FuzzyPhrase], glyphs: [Glyph], places: [PhrasePlaces]) {
    self.phrases = phrases
    self.glyphs = glyphs
    self.places = places
    taken = Array(repeating: 0, count: phrases.count)
  }

  /// The steps taken so far.
  var work: Int { aligner.work + otherWork }

  /// Whether this segment of the text has cost all the work that it may.
  var isSpent: Bool { work > allowedWork }

  /// Allows the work for another segment.
  mutating func beginSegment() { allowedWork = work + Self.workPerSegment }

  /// Counts a step of a search, so that steps which lead nowhere are bounded too.
  mutating func spend(_ work: Int = 1) { otherWork += work }

  /// Looks for a phrase that ends at a character and has all its letters.
  mutating func verify(_ phrase: Int, endingAt end: Int) {
    guard !places[phrase].isSettled, end >= taken[phrase] else { return }
    guard
      let alignment = aligner.align(phrases[phrase], glyphs, end: end, start: nil, edits: 0, floor: taken[phrase])
    else { return }
    let score = keep(alignment, phrase)
    // Where the last letter of a double one is missing, it may come next.
    let mayGoOn = alignment.steps.suffix(2).contains { $0.operation == .undoubling }
    if score >= PhrasePlaces.disguiseScore, !mayGoOn { taken[phrase] = end + 1 }
  }

  /// Looks whether a stretch is a phrase with some letters wrong, and gives its score; 0 where it is not.
  @discardableResult
  mutating func verify(_ phrase: Int, in range: Range<Int>, edits: Int) -> Double {
    guard !range.isEmpty,
      let alignment = aligner.align(
        phrases[phrase], glyphs, end: range.upperBound - 1, start: range.lowerBound, edits: edits)
    else { return 0 }
    return keep(alignment, phrase)
  }

  /// Adds a place whose score is known.
  mutating func add(_ phrase: Int, _ range: Range<Int>, score: Double) {
    guard !range.isEmpty else { return }
    places[phrase].add(Int(glyphs[range.lowerBound].start)..<Int(glyphs[range.upperBound - 1].end), score: score)
  }

  private mutating func keep(_ alignment: Alignment, _ phrase: Int) -> Double {
    let score = FuzzyScore.score(alignment, of: phrases[phrase], in: glyphs)
    let start = Int(glyphs[alignment.glyphs.lowerBound].start)
    let end = Int(glyphs[alignment.glyphs.upperBound].end)
    places[phrase].add(start..<end, score: score)
    return score
  }
}
