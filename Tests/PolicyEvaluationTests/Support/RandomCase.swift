import PolicyEvaluation
import PolicyLanguage

/// A policy, the scores of its features and a threshold, all following from a seed.
struct RandomCase {
  let seed: Int
  let syntax: PolicySyntax
  let policy: CompiledPolicy
  /// In sixty-fourths, so that sums of it are exact in floating point; some unknown where failures are allowed.
  let scores: [Score]
  let threshold: Double

  init(seed: Int, failurePercent: Int = 0) {
    var random = SeededGenerator(seed: seed)
    self.seed = seed
    syntax = Self.policy(&random)
    policy = CompiledPolicy(syntax)
    scores = policy.features.map { _ in
      random.chance(failurePercent) ? .unknown : Score(Double(Int.random(in: 0...64, using: &random)) / 64)
    }
    threshold = Double(Int.random(in: 1...64, using: &random)) / 64
  }

  static func seeds(_ count: Int) -> Range<Int> { 0..<count }

  private static func policy(_ random: inout SeededGenerator) -> PolicySyntax {
    let names = (0..<Int.random(in: 1...6, using: &random)).map { "label \($0)" }
    let labels = names.map { name in
      Syntax.label(name, conditions(&random), unless: random.chance(40) ? exception(&random) : nil)
    }
    // Chains through one order of the labels, so that there is no cycle.
    let order = names.shuffled(using: &random)
    let priorities = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ -> [String]? in
      let chain = order.filter { _ in random.chance(50) }
      return chain.count > 1 ? chain : nil
    }
    return Syntax.policy(labels, unless: random.chance(25) ? exception(&random) : nil, priorities: priorities)
  }

  private static func exception(_ random: inout SeededGenerator) -> ExceptionSyntax {
    Syntax.exception(conditions(&random))
  }

  private static func conditions(_ random: inout SeededGenerator) -> [ConditionSyntax] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in condition(&random, depth: 0) }
  }

  static func condition(_ random: inout SeededGenerator, depth: Int) -> ConditionSyntax {
    if depth >= 4 || random.chance(35) { return check(&random) }
    func items(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> [ConditionSyntax] {
      (0..<Int.random(in: count, using: &random)).map { _ in condition(&random, depth: depth + 1) }
    }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return Syntax.not(condition(&random, depth: depth + 1))
    case 1: return Syntax.condition(.and(items(2...3, &random)))
    case 2: return Syntax.condition(.or(items(2...3, &random)))
    case 3: return Syntax.condition(.list(.any, items(1...3, &random)))
    case 4: return Syntax.condition(.list(.all, items(1...3, &random)))
    case 5: return Syntax.condition(.list(.none, items(1...3, &random)))
    default: return Syntax.condition(.group(items(1...2, &random)))
    }
  }

  private static func check(_ random: inout SeededGenerator) -> ConditionSyntax {
    func word(_ random: inout SeededGenerator) -> String {
      let word = ["dogs", "cats", "park", "night"][Int.random(in: 0..<4, using: &random)]
      return random.chance(20) ? word.uppercased() : word
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return Syntax.question(word(&random))
    case 1: return Syntax.context(word(&random), "IN", word(&random))
    case 2: return Syntax.match(.exact, word(&random), word(&random))
    case 3: return Syntax.match(.fuzzy, word(&random))
    case 4: return Syntax.match(.sentiment, word(&random))
    default: return Syntax.concept(word(&random))
    }
  }
}
