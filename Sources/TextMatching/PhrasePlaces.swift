/// The places of one phrase, as a search finds them.
struct PhrasePlaces {
  /// The least score that is reported.
  static let minimumScore = 0.3
  /// From here on a place is the phrase in disguise; below, it only resembles it.
  static let disguiseScore = 0.5

  private struct Place {
    var span: Range<Int>
    var score: Double
  }

  private var best = 0.0
  private var places: [Place] = []

  /// Whether nothing that is found later can change the report.
  var isSettled: Bool { best >= 1 && isFull }

  /// What is reported; nil where the phrase was not found.
  var match: PhraseMatch? {
    best > 0 ? PhraseMatch(score: best, spans: places.map(\.span)) : nil
  }

  private var isFull: Bool { places.count >= PhraseMatch.maximumSpans }

  /// Adds a place, unless it is too far from the phrase or there is a better one.
  mutating func add(_ span: Range<Int>, score: Double) {
    guard score >= Self.minimumScore else { return }
    if isFull, score <= best, let last = places.last, last.span.upperBound <= span.lowerBound { return }
    let wasDisguise = best >= Self.disguiseScore
    let isDisguise = score >= Self.disguiseScore
    if isDisguise, !wasDisguise { places.removeAll() }
    best = max(best, score)
    if isDisguise || !wasDisguise { insert(Place(span: span, score: score)) }
  }

  /// Keeps the places in order and apart; of those that overlap the nearest stays, and of equal ones the first found.
  private mutating func insert(_ place: Place) {
    let first = places.firstIndex { $0.span.upperBound > place.span.lowerBound } ?? places.endIndex
    let end = places[first...].firstIndex { $0.span.lowerBound >= place.span.upperBound } ?? places.endIndex
    guard places[first..<end].allSatisfy({ $0.score < place.score }) else { return }
    places.replaceSubrange(first..<end, with: CollectionOfOne(place))
    if places.count > PhraseMatch.maximumSpans { places.removeLast() }
  }
}
