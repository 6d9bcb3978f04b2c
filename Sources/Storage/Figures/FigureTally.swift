/// What was counted: items, their tokens, and the outcome of each label.
///
/// Sums stay at the end of `Int64` where they would go beyond.
package struct FigureTally: Sendable, Hashable {
  /// A label's outcomes; one that could not be scored is neither.
  package struct Label: Sendable, Hashable {
    package var trues: Int64
    package var falses: Int64

    package init(trues: Int64 = 0, falses: Int64 = 0) {
      self.trues = trues
      self.falses = falses
    }

    package mutating func add(_ other: Label) {
      trues.add(other.trues)
      falses.add(other.falses)
    }
  }

  /// Items that were evaluated.
  package var reviews: Int64 = 0
  /// Of those, the ones of which a label holds.
  package var hits: Int64 = 0
  /// What they are billed at.
  package var tokens: Int64 = 0
  /// In the order of the version's labels.
  package var labels: [Label] = []

  package init() {}

  /// One item more.
  ///
  /// - Parameter outcomes: by label; nil where it could not be scored.
  package mutating func count(tokens: Int64, outcomes: some Sequence<Bool?>) {
    reviews.add(1)
    self.tokens.add(tokens)
    var hit = false
    for (index, outcome) in outcomes.enumerated() {
      if labels.count == index { labels.append(Label()) }
      switch outcome {
      case true?:
        labels[index].trues.add(1)
        hit = true
      case false?: labels[index].falses.add(1)
      case nil: break
      }
    }
    if hit { hits.add(1) }
  }

  package mutating func add(_ other: FigureTally) {
    reviews.add(other.reviews)
    hits.add(other.hits)
    tokens.add(other.tokens)
    while labels.count < other.labels.count { labels.append(Label()) }
    for (index, label) in other.labels.enumerated() { labels[index].add(label) }
  }
}

extension Int64 {
  /// Adds a count, and stays at the end of the range where the sum would go beyond it.
  package mutating func add(_ count: Int64) {
    let (sum, overflows) = addingReportingOverflow(count)
    self = overflows ? .max : sum
  }
}
