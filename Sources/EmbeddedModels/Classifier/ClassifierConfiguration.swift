internal import Foundation
internal import PolicyEvaluation

/// How a classifier is asked and its logits are read, `classifier.json`.
struct ClassifierConfiguration: Sendable, Equatable {
  /// What is put to the model for a signal; `{}` stands for the signal's words.
  struct Hypotheses: Sendable, Equatable {
    var concept = "This text contains {}."
    var question = "The answer to \"{}\" is yes."
    var sentiment = "The tone of this text is {}."
    var context = "This text is about {}."

    /// - Returns: nil for an exact match, which asks for no meaning.
    func text(for kind: Feature.Kind) -> String? {
      switch kind {
      case .exact: nil
      case .concept(let words), .fuzzy(let words): concept.replacing("{}", with: words)
      case .question(let words): question.replacing("{}", with: words.hasSuffix("?") ? words : "\(words)?")
      case .sentiment(let words): sentiment.replacing("{}", with: words)
      case .context(let subject, let relation, let object):
        context.replacing("{}", with: "\(subject) \(relation.lowercased()) \(object)")
      }
    }
  }

  /// It stands in reports and logs.
  var name = "custom"
  /// Which logit says that the text shows the signal.
  var entailment: Int
  /// Those that say the contrary; nil: none, the one is log odds by itself.
  var against: [Int]?
  var hypotheses = Hypotheses()
  /// The most tokens of a pair, special ones included.
  var maximumTokens = 256
  var calibration = ScoringRecipe.Calibration(slope: 1, offset: 0)

  /// The most tokens of a hypothesis. Fixed, so that a text's windows are the same whatever is asked about them.
  var maximumHypothesis: Int { maximumTokens / 4 }
  /// The most tokens of a window: three of a pair are special.
  var maximumPremise: Int { maximumTokens - maximumHypothesis - 3 }

  /// The log odds that the model sees the signal: of the one logit against the sum of the others, as softmax has it.
  ///
  /// - Returns: nil where the model's output has no such logits, or they are no numbers.
  func logit(of output: [Float]) -> Double? {
    let read = against ?? []
    guard output.count > read.reduce(entailment, max) else { return nil }
    var logit = Double(output[entailment])
    if !read.isEmpty {
      // Taken off first, so that no power is too large for a number.
      let greatest = read.reduce(-Double.infinity) { max($0, Double(output[$1])) }
      logit -= greatest + log(read.reduce(0) { $0 + exp(Double(output[$1]) - greatest) })
    }
    return logit.isFinite ? logit : nil
  }
}
