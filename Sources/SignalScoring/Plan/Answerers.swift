/// Who has a say in a feature's score: a search of the text, a model, or for a fuzzy feature both.
struct Answerers: OptionSet, Sendable {
  let rawValue: UInt8

  static let matching = Answerers(rawValue: 1)
  static let model = Answerers(rawValue: 2)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ cost: ScoringCost) { self = cost == .matching ? .matching : .model }
}
