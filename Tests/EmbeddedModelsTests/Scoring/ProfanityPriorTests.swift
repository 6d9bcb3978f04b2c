import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct ProfanityPriorTests {
  private static let list = """
    # words
    # intercept\t-2
    darn\t2\t4
    straße\t1\t3
    ok\t1\t-8
    """

  /// The weights of the known words, by their share of the text's length; words end where the list's do.
  @Test(
    arguments: [
      ("", -2), ("nothing known", -2), ("Darn!", 2), ("darn darn", 2), ("darned", -2), ("a_darn", -2), ("x-DARN-x", 2),
      ("Straße", 1), ("ok", -6),
      ("darn ok", -2), ("darn darn ok", -2 + 8 / 17.0.squareRoot()), ("darn\u{301}", 2), ("édarn", -2),
    ] as [(String, Double)])
  func weighs(text: String, logit: Double) throws {
    let prior = try #require(ProfanityPrior(Self.list))
    #expect(abs(prior.logit(of: text) - logit) < 1e-12)
  }

  /// Another file is refused.
  @Test(arguments: ["", "darn\t2\t4", "# intercept\t1\ndarn\t2", "# intercept\t1\ndarn\tx\t1"])
  func refusesOtherFiles(contents: String) {
    #expect(ProfanityPrior(contents) == nil)
  }
}
