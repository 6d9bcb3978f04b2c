import PolicyEvaluation
import PolicyLanguage
import Testing

/// Which places of a policy are one feature, and what a feature is called.
struct FeatureTests {
  /// Case, white space around and the width of white space within make no new feature; kind and relation do.
  @Test func sameCheckIsOneFeature() {
    let policy = CompiledPolicy(
      Syntax.policy(
        Syntax.label(
          "l", Syntax.concept("Big Dogs"), Syntax.concept(" big \t dogs "), Syntax.concept("BIG DOGS"),
          Syntax.question("big dogs"), Syntax.match(.exact, "big dogs", "Big  Dogs", "ÉCOLE", "école"),
          Syntax.context("dogs", "IN", "park"), Syntax.context("Dogs", "IN", "Park"),
          Syntax.context("dogs", "NEAR", "park"), Syntax.context("park", "IN", "dogs"))))
    #expect(
      policy.features.map(\.expression) == [
        #""Big Dogs""#, #""big dogs"?"#, #"=("big dogs")"#, #"=("ÉCOLE")"#, #""dogs" [IN] "park""#,
        #""dogs" [NEAR] "park""#, #""park" [IN] "dogs""#,
      ])
    #expect(policy.features.map(\.ranges.count) == [3, 1, 2, 2, 2, 1, 1])
    #expect(policy.features.map(\.index) == Array(0..<7))
  }

  /// A feature's source is what the formatter would write, quotes and backslashes escaped.
  @Test func canonicalSource() {
    let kinds: [Feature.Kind] = [
      .fuzzy("hate"), .sentiment("angry"), .concept(#"the "real" C:\dogs"#), .exact("it's"),
      .context(subject: "dogs", relation: "NEXT TO", object: "cars"),
    ]
    #expect(
      kinds.map(\.canonicalSource) == [
        #"~("hate")"#, #"SENTIMENT("angry")"#, #""the \"real\" C:\\dogs""#, #"=("it's")"#, #""dogs" [NEXT TO] "cars""#,
      ])
  }

  /// A policy's complexity grows with what models are asked and hardly with what is searched for.
  @Test func complexity() {
    func score(_ conditions: ConditionSyntax...) -> Float {
      CompiledPolicy(Syntax.policy(Syntax.label("l", conditions, unless: nil))).complexityScore
    }
    let scores = [
      score(Syntax.match(.exact, "a")), score(Syntax.match(.fuzzy, "a")), score(Syntax.concept("a")),
      score(Syntax.concept("a"), Syntax.concept("A")), score(Syntax.question("a")),
      score(Syntax.context("a", "IN", "b")),
      score(Syntax.and(Syntax.concept("a"), Syntax.not(Syntax.concept("a")))),
    ]
    let expected: [Float] = [1.02, 1.06, 1.1, 1.1, 1.2, 1.3, 1.13]
    #expect(zip(scores, expected).allSatisfy { abs($0 - $1) < 0.0001 }, "\(scores)")
  }
}
