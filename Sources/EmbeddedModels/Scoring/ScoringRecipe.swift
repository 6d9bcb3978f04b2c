internal import Foundation

/// How a content is read, and how a signal's score comes of the model's logits: the constants that were fitted with the
/// model, `scorer.json`.
struct ScoringRecipe: Sendable, Decodable, Equatable {
  /// The logistic curve from a logit to a probability, fitted on labelled text so that 0.5 is a sensible threshold.
  struct Calibration: Sendable, Decodable, Equatable {
    var slope: Double
    var offset: Double

    func probability(of logit: Double) -> Double { 1 / (1 + exp(-(slope * logit + offset))) }
  }

  struct Calibrations: Sendable, Decodable, Equatable {
    var concept: Calibration
    var question: Calibration
    var context: Calibration
    var sentiment: Calibration
    var fuzzy: Calibration
  }

  /// What is put to the model in a phrase's stead; `{}` stands for the phrase.
  struct Templates: Sendable, Decodable, Equatable {
    var sentiment: String
  }

  var version: String
  /// How many numbers a token's vector has.
  var dimension: Int
  /// How many words a window of the text has, and after how many the next one begins.
  var windowWords: Int
  var stepWords: Int
  /// The most tokens of a window, special ones included.
  var maximumTokens: Int
  /// How fast a signal's logit falls with the number of windows: the best of many is high by chance alone.
  var windowPenalty: Double
  /// How much less probable than the relation itself each of its two sides may be.
  var contextSlack: Double
  /// The probability that a text shows a signal, as far as a model can tell that cannot read the text.
  var prior: Double
  var templates: Templates
  var calibration: Calibrations

  /// What is taken off the logits of a content of so many windows.
  func penalty(windows: Int) -> Double { windowPenalty * TextWindows.penalty(of: windows) }
}
