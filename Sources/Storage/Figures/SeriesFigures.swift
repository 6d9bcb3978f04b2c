/// Reviews and tokens of texts and of images.
package struct SeriesFigures: Sendable, Hashable {
  package struct Count: Sendable, Hashable {
    package var reviews: Int64 = 0
    package var tokens: Int64 = 0

    package init() {}
  }

  package var texts = Count()
  package var images = Count()

  package init() {}

  package mutating func add(reviews: Int64, tokens: Int64, of series: FigureSeries) {
    switch series {
    case .text:
      texts.reviews.add(reviews)
      texts.tokens.add(tokens)
    case .image:
      images.reviews.add(reviews)
      images.tokens.add(tokens)
    }
  }
}
