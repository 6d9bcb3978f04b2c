internal import Foundation

/// When a signal is taken for a concept, and what the models' figures are worth: the constants that were chosen and
/// fitted with the models, `things.json`.
struct ThingRule: Sendable, Decodable {
  /// Words that only say that it is about an image.
  struct Phrase: Sendable, Decodable {
    var articles: [String]
    var manner: [String]
    var media: [String]
    var connectors: [String]
    /// Words that mean nothing by themselves.
    var small: [String]
    var negations: [String]
  }

  /// All of them cosines.
  struct Concepts: Sendable, Decodable {
    /// How near a concept's wording is at least.
    var nearness: Double
    /// From where on it means the same.
    var sameness: Double
    /// Short of that, how near each single word has to be.
    var coverage: Double
    /// How much farther than the nearest other concepts may be that answer with it.
    var margin: Double
  }

  struct Nudity: Sendable, Decodable {
    /// Phrases that mean it.
    var anchors: [String]
    /// The cosine with the nearest of them from where on a signal is about it.
    var threshold: Double
    /// Words for whom the model must not be taken to judge.
    var refused: [String]
  }

  struct Calibrations: Sendable, Decodable {
    var things: ScoringRecipe.Calibration
    var nudity: ScoringRecipe.Calibration
  }

  var version: Int
  var phrase: Phrase
  var concepts: Concepts
  var nudity: Nudity
  var calibration: Calibrations

  /// - Throws: where the file is missing, or says what cannot be.
  static func load(_ file: URL) throws(EmbeddedModelError) -> ThingRule {
    guard let rule = try? JSONDecoder().decode(ThingRule.self, from: ModelFiles.contents(of: file)), rule.isSound
    else { throw EmbeddedModelError(.unusable, "\(file.path) is not a rule for images") }
    return rule
  }

  private var isSound: Bool {
    let cosines = [concepts.nearness, concepts.sameness, concepts.coverage, concepts.margin, nudity.threshold]
    let curves = [calibration.things, calibration.nudity]
    return cosines.allSatisfy { (0...1).contains($0) }
      // A slope below zero would turn images round.
      && curves.allSatisfy { $0.slope > 0 && $0.slope <= 1e3 && abs($0.offset) <= 1e3 }
  }
}

extension ScoringRecipe.Calibration {
  /// Short of certainty, for the logarithm's sake.
  private static let leastProbability = 1e-4

  /// What a model's probability, or what passes for one, is worth.
  func probability(ofFigure figure: Double) -> Double {
    let value = min(max(figure, Self.leastProbability), 1 - Self.leastProbability)
    return probability(of: log(value / (1 - value)))
  }
}
