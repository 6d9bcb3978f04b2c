import Foundation
import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct SignalShapeTests {
  private static let curve = ScoringRecipe.Calibration(slope: 1, offset: 0)
  private static let recipe = ScoringRecipe(
    version: "2", dimension: 1, windowWords: 90, stepWords: 60, maximumTokens: 160, windowPenalty: 0.5,
    contextSlack: 0.2, prior: 0.1, templates: .init(sentiment: "the tone is {}"),
    calibration: .init(
      concept: curve, question: .init(slope: 2, offset: 0), context: curve, sentiment: curve,
      fuzzy: .init(slope: 1, offset: -1)))

  /// What a shape makes of windows, each with its knowledge and the probabilities of its phrases.
  private func score(
    _ shape: SignalShape<Int>, _ windows: [(knowledge: Double, shown: [Double])], penalty: Double = 0
  ) -> (value: Double, spans: [Range<Int>]?) {
    var recipe = Self.recipe
    recipe.windowPenalty = penalty
    let signals = windows.first?.shown.count ?? 0
    let content = EncodedContent(
      windows: windows.enumerated().map { .init(place: $0 * 10..<$0 * 10 + 15, knowledge: $1.knowledge) },
      vectors: WindowVectors([]))
    let part = ScoringPart(windows: 0..<windows.count, signals: 0..<signals)
    let logits = windows.flatMap { $0.shown.map { Float(log($0 / (1 - $0))) } }
    let result = shape.score(
      content, Logits(windows: windows.count, signals: signals, parts: [(part, logits)]), recipe)
    guard case .scored(let value, let evidence, _) = result else { return (.nan, nil) }
    return (value, evidence?.spans)
  }

  /// A phrase is put to the model as it stands; a question with its mark, a tone in its template, a relation in lower
  /// case beside its sides.
  @Test func phrasesAsTheyArePut() {
    let cases: [(Feature.Kind, [String])] = [
      (.concept("Dogs"), ["Dogs"]), (.fuzzy("hate"), ["hate"]), (.question("Is it sad"), ["Is it sad?"]),
      (.question("is it sad?"), ["is it sad?"]),
      (.sentiment("angry"), ["the tone is angry"]),
      (.context(subject: "dogs", relation: "IN", object: "a park"), ["dogs in a park", "dogs", "a park"]),
    ]
    for (kind, phrases) in cases { #expect(SignalShape(kind, Self.recipe)?.phrases == phrases) }
    #expect(SignalShape(.exact("a"), Self.recipe) == nil)
  }

  /// The window that shows a signal best gives its score, and is its evidence.
  @Test func bestWindowCounts() {
    let best = score(.shown(0, Self.curve), [(1, [0.2]), (1, [0.7]), (1, [0.6])])
    #expect(abs(best.value - 0.7) < 1e-6 && best.spans == [10..<25])
    #expect(score(.shown(0, Self.curve), []) == (0, nil))
  }

  /// More windows, each as likely, do not make a signal more probable.
  @Test func lengthAloneRaisesNothing() {
    let one = score(.shown(0, Self.curve), [(1, [0.3])], penalty: 0.5).value
    let nine = score(.shown(0, Self.curve), Array(repeating: (1, [0.3]), count: 9), penalty: 0.5).value
    #expect(abs(one - 0.3) < 1e-6 && abs(log(nine / (1 - nine)) - (log(3 / 7) - 0.5 * log(2))) < 1e-6)
  }

  /// A relation is shown where its sides are, all in one window; each may be less probable by the slack.
  @Test func relationNeedsItsSides() {
    let shape = SignalShape.relation(0, subject: 1, object: 2)
    func value(_ windows: [Double]...) -> Double { score(shape, windows.map { (1, $0) }).value }
    #expect(abs(value([0.8, 0.7, 0.9]) - 0.8) < 1e-6)
    #expect(abs(value([0.8, 0.1, 0.9]) - 0.3) < 1e-6)
    #expect(abs(value([0.8, 0.9, 0.05]) - 0.25) < 1e-6)
    #expect(abs(value([0.8, 0.9, 0.05], [0.1, 0.9, 0.9]) - 0.25) < 1e-6)
  }

  /// What is in a language that the model does not know is as probable as it ever is, and no evidence.
  @Test func unknownLanguageFallsBackOnThePrior() {
    #expect(score(.shown(0, Self.curve), [(0, [0.9])]) == (0.1, nil))
    #expect(abs(score(.shown(0, Self.curve), [(0.5, [0.9])]).value - 0.5) < 1e-6)
    let mixed = score(.shown(0, Self.curve), [(0, [0.9]), (1, [0.6])])
    #expect(abs(mixed.value - 0.6) < 1e-6 && mixed.spans == [10..<25])
  }
}
