internal import Foundation

/// Reads a probability off the likeliest first tokens of an answer.
enum YesNoProbability {
  /// Below this, what the model began to say was neither yes nor no, and the share of the one in both means nothing.
  static let leastMass = 0.01

  /// p(yes) / (p(yes) + p(no)), each summed over its spellings: "Yes", " yes", "YES".
  static func probability(of tokens: [ChatAnswer.Token]) throws(RemoteModelError) -> Double {
    var yes = 0.0
    var no = 0.0
    for token in tokens {
      // Rounding can put a certain token's logarithm a little above 0.
      let probability = exp(min(token.logprob, 0))
      switch word(token.token) {
      case "yes": yes += probability
      case "no": no += probability
      default: continue
      }
    }
    guard yes + no >= leastMass else {
      throw RemoteModelError(.unusableAnswer, "the remote model began its answer with neither yes nor no")
    }
    return yes / (yes + no)
  }

  /// Some servers write a token's leading space in the tokenizer's own sign.
  private static func word(_ token: String) -> String {
    token.replacing("\u{2581}", with: " ").replacing("\u{0120}", with: " ")
      .trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
  }
}
