internal import Foundation

/// How a pair of models for images and for texts is asked and compared, `image-classifier.json`.
struct ImageClassifierConfiguration: Sendable, Equatable {
  /// How a picture becomes the square that the model takes.
  enum Fit: String, Sendable {
    /// Its shorter side is scaled to the square's, and the middle of it is taken.
    case crop
    /// Both sides are scaled, its proportions given up.
    case stretch
  }

  /// What the model for images is given, and which of its outputs is the vector.
  struct Sight: Sendable, Equatable {
    /// Pixels of the square's side.
    var size: Int
    var fit = Fit.crop
    /// Of red, green and blue, where full is 1: the mean is taken off, and the rest divided by the deviation.
    var mean: [Double]
    var deviation: [Double]
    var input = "pixel_values"
    /// Nil: the first.
    var output: String?
  }

  /// The same for texts.
  struct Reading: Sendable, Equatable {
    /// The most tokens of a prompt, special ones included.
    var maximumTokens = 77
    /// What each prompt is filled up with to as many tokens; nil: it is not.
    var padding: Int32?
    var input = "input_ids"
    var output: String?
  }

  /// It stands in reports and logs.
  var name = "custom"
  var image: Sight
  var text = Reading()
  var prompts = ImagePrompts()
  /// Prompts that say nothing in particular, which a signal's is compared with by softmax; nil: it stands by itself.
  var against: [String]?
  /// What is added to the logit of one that does.
  var bias: Double?
  /// What a cosine is multiplied by.
  var scale: Double
  var calibration = ScoringRecipe.Calibration(slope: 1, offset: 0)

  /// The log odds that an image shows a signal.
  ///
  /// - Parameters:
  ///   - cosine: of the image and the signal's prompt.
  ///   - neutral: of the image and each of `against`.
  func logit(of cosine: Double, against neutral: [Double]) -> Double {
    let logit = scale * cosine + (bias ?? 0)
    guard let greatest = neutral.max() else { return logit }
    // Taken off first, so that no power is too large for a number.
    return logit - scale * greatest - log(neutral.reduce(0) { $0 + exp(scale * ($1 - greatest)) })
  }
}
