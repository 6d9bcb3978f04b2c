/// What was counted: items, their tokens, and the outcome of each label.
///
/// Sums stay at the end of `Int64` where they would go beyond.
package struct FigureTally: Sendable, Hashable {
  /// How often a label held, and how often nobody could tell. The rest of the items is where it did not: most labels of
  /// most items, which therefore cost nothing to count.
  package struct Label: Sendable, Hashable {
    package var trues: Int64
    package var unknowns: Int64

    package init(trues: Int64 = 0, unknowns: Int64 = 0) {
      self.trues = trues
      self.unknowns = unknowns
    }
  }

  /// Items that were evaluated.
  package var reviews: Int64 = 0
  /// Of those, the ones of which a label holds.
  package var hits: Int64 = 0
  /// What they are billed at.
  package var tokens: Int64 = 0
  /// In the order of the version's labels, up to the last one that has anything but falses.
  package private(set) var labels: [Label] = []

  package init() {}

  init(reviews: Int64, hits: Int64, tokens: Int64, labels: [Label]) {
    self.reviews = reviews
    self.hits = hits
    self.tokens = tokens
    self.labels = labels
  }

  /// One item more.
  ///
  /// - Parameters:
  ///   - trues: the labels that hold, by their places.
  ///   - unknowns: those that could not be scored.
  package mutating func count(tokens: Int64, trues: [Int], unknowns: [Int] = []) {
    reviews.add(1)
    self.tokens.add(tokens)
    if !trues.isEmpty { hits.add(1) }
    for place in trues {
      extend(to: place)
      labels[place].trues.add(1)
    }
    for place in unknowns {
      extend(to: place)
      labels[place].unknowns.add(1)
    }
  }

  package mutating func add(_ other: FigureTally) {
    reviews.add(other.reviews)
    hits.add(other.hits)
    tokens.add(other.tokens)
    if other.labels.isEmpty { return }
    extend(to: other.labels.count - 1)
    for (place, label) in other.labels.enumerated() {
      labels[place].trues.add(label.trues)
      labels[place].unknowns.add(label.unknowns)
    }
  }

  /// A label's outcomes; those of one that nobody counted are all false.
  package func outcomes(of place: Int) -> (trues: Int64, falses: Int64) {
    let label = place < labels.count ? labels[place] : Label()
    let (known, overflows) = reviews.subtractingReportingOverflow(label.unknowns)
    return (label.trues, overflows ? 0 : max(0, known - label.trues))
  }

  /// The same without the labels: those of two versions have nothing to do with one another.
  package var withoutLabels: FigureTally {
    FigureTally(reviews: reviews, hits: hits, tokens: tokens, labels: [])
  }

  private mutating func extend(to place: Int) {
    if labels.count <= place { labels.append(contentsOf: repeatElement(Label(), count: place + 1 - labels.count)) }
  }
}

extension Int64 {
  /// Adds a count, and stays at the end of the range where the sum would go beyond it.
  package mutating func add(_ count: Int64) {
    let (sum, overflows) = addingReportingOverflow(count)
    self = overflows ? .max : sum
  }
}
