import Foundation
import Testing

@testable import RemoteModels

@Suite struct YesNoProbabilityTests {
  private func probability(_ tokens: [(String, Double)]) throws -> Double {
    try YesNoProbability.probability(of: tokens.map { ChatAnswer.Token(token: $0.0, logprob: log($0.1)) })
  }

  /// All spellings count, with the leading space in whichever sign, and nothing else does.
  @Test func sumsTheSpellings() throws {
    let score = try probability([
      ("Yes", 0.3), (" yes", 0.1), ("YES", 0.1), ("\u{2581}Yes", 0.05), ("\u{0120}yes", 0.05), ("No", 0.1),
      (" no", 0.05), ("NO\n", 0.05), ("Maybe", 0.1), ("yesterday", 0.05), ("not", 0.05),
    ])
    #expect(isNear(score, 0.75))
  }

  /// One of the two alone is a sure answer.
  @Test func oneAloneIsSure() throws {
    #expect(try probability([("yes", 0.9), ("The", 0.1)]) == 1)
    #expect(try probability([("No", 0.9)]) == 0)
  }

  /// Where the model began with something else, there is no answer.
  @Test(arguments: [[], [("<think>", 1.0)], [("The", 0.99), ("yes", 0.005), ("no", 0.004)]])
  func neitherIsAFailure(tokens: [(String, Double)]) {
    let error = #expect(throws: RemoteModelError.self) { try probability(tokens) }
    #expect(error?.code == .unusableAnswer)
  }

  /// Logarithms that stand for nothing at all, and ones a little above 0.
  @Test func oddLogarithms() throws {
    let tokens = [("yes", 1e-6), ("no", -9_999.0), ("No", -.infinity)].map { ChatAnswer.Token(token: $0, logprob: $1) }
    #expect(try YesNoProbability.probability(of: tokens) == 1)
  }
}
