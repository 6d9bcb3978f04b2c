/// How a signal's score comes of embeddings: the trained and the calibrated numbers, with the vectors they refer to.
///
/// In short: a phrase is compared with stretches of the text by cosine. A phrase near an anchor ("hate speech") also
/// listens to that anchor's heads, linear classifiers trained on labelled text, and to the profanity prior; and the
/// whole goes through a logistic curve fitted on labelled text, so that 0.5 is a sensible threshold.
struct ScoringRecipe: Sendable {
  /// A linear classifier of embeddings.
  struct Head: Sendable {
    var weights: Embedding
    var bias: Double
  }

  /// A phrase whose meaning calls for more than a cosine, and what it calls for.
  struct Anchor: Sendable {
    var embedding: Embedding
    /// How much the profanity prior tells of it.
    var profanity: Double
    /// How much each head does, by its index.
    var heads: [(head: Int, weight: Double)]
  }

  /// How a phrase of some kind is made comparable to texts.
  struct Form: Sendable {
    /// What is encoded in the phrase's stead; `{}` stands for the phrase.
    var template: String
    /// What the template means by itself: taken off.
    var reference: Embedding?
    /// How sharply the nearest anchor is preferred over the next, as a cosine.
    var temperature: Double
    /// The cosine below which no anchor counts.
    var floor: Double
    var headStrength: Double
    var profanityStrength: Double
    var anchors: [Anchor]
  }

  /// The logistic curve from a raw value to a probability: one for phrases far from any anchor, one for those at it.
  struct Calibration: Sendable, Decodable {
    var slope: Double
    var middle: Double
    var gatedSlope: Double
    var gatedMiddle: Double

    func probability(of value: Double, gate: Double) -> Double {
      let slope = slope + (gatedSlope - slope) * gate
      let middle = middle + (gatedMiddle - middle) * gate
      return Logistic.probability(slope * (value - middle))
    }
  }

  struct Calibrations: Sendable, Decodable {
    var concept: Calibration
    var context: Calibration
    var question: Calibration
    var tone: Calibration
    var fuzzy: Calibration
  }

  var version: String
  /// How many words a window of the text has.
  var windowWords: Int
  /// How much less than the relation itself each of its two sides may show.
  var contextSlack: Double
  var heads: [Head]
  var concept: Form
  var tone: Form
  var calibrations: Calibrations
}
