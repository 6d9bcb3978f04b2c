internal import Foundation

/// A phrase of a policy, ready to be compared with texts: all that depends on the phrase alone.
struct PreparedPhrase: Sendable {
  /// What a text's vectors are multiplied with: the phrase, and of the heads what it calls for.
  let direction: Embedding
  let bias: Double
  /// How much the profanity prior counts.
  let profanity: Double
  /// 0...1: how near the phrase is to what the heads and the prior know.
  let gate: Double

  /// - Parameters:
  ///   - phrase: the phrase by itself, encoded.
  ///   - templated: the form's template with the phrase in it, encoded.
  init(phrase: Embedding, templated: Embedding, form: ScoringRecipe.Form, heads: [ScoringRecipe.Head]) {
    var headGates = Array(repeating: 0.0, count: heads.count)
    var profanityGate = 0.0
    var total = exp(form.floor / form.temperature)
    for anchor in form.anchors {
      let nearness = exp(Double(phrase.dot(anchor.embedding)) / form.temperature)
      total += nearness
      profanityGate += nearness * anchor.profanity
      for (head, weight) in anchor.heads { headGates[head] += nearness * weight }
    }
    profanityGate /= total
    var direction = templated
    if let reference = form.reference { direction.add(reference, times: -1) }
    var bias = 0.0
    for (head, gate) in zip(heads, headGates) where gate != 0 {
      let strength = form.headStrength * gate / total
      direction.add(head.weights, times: Float(strength))
      bias += strength * head.bias
    }
    self.direction = direction
    self.bias = bias
    self.profanity = form.profanityStrength * profanityGate
    self.gate = min(1, max((headGates.max() ?? 0) / total, profanityGate, 0))
  }

  /// The raw value of a text whose vector has this product with `direction`.
  func value(product: Float, profanity prior: Double) -> Double { Double(product) + bias + profanity * prior }
}
