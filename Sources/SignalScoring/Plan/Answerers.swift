/// Who has a say in a feature's score: a search of the text, a model, or for a fuzzy feature both; of an image, besides,
/// what looks at it.
struct Answerers: OptionSet, Sendable {
  let rawValue: UInt8

  static let matching = Answerers(rawValue: 1)
  static let model = Answerers(rawValue: 2)
  static let sight = Answerers(rawValue: 4)
  static let all: Answerers = [.matching, .model, .sight]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// - Parameter cost: of a scorer of texts.
  init(_ cost: ScoringCost) { self = cost == .matching ? .matching : .model }
}
