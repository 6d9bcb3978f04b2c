internal import Foundation
internal import PolicyEvaluation
internal import PolicyLanguage
internal import SignalScoring
internal import Storage

/// Several labels' versions as one policy, so that what they share is scored once, and a model is asked once for all.
final class LabelUnion: Sendable {
  let plans: ScoringPlans
  /// By version: where each of its features is among the union's.
  private let places: [UUID: [Int]]

  /// - Parameter versions: one or more, each once.
  /// - Throws: what a scorer that cannot prepare throws.
  init(_ versions: [ReadyLabelVersion], scope: PolicyScope, scorers: Scorers, cache: ScoreCache) async throws {
    // A label has no say in another: names that are equal do no harm here, and there are no priorities.
    let compiled = CompiledPolicy(PolicySyntax(items: versions.flatMap(\.syntax.items)))
    let indexes = Dictionary(
      compiled.features.map { ($0.kind.identity, $0.index) }, uniquingKeysWith: { first, _ in first })
    var places: [UUID: [Int]] = [:]
    for version in versions {
      // INVARIANT: the union has every feature of each version.
      places[version.version.id] = version.compiled.features.compactMap { indexes[$0.kind.identity] }
    }
    self.places = places
    plans = try await ScoringPlans(compiled, scope: scope, scorers: scorers, cache: cache)
  }

  /// What is known of one version's features.
  func part(of version: ReadyLabelVersion, in scored: ScoredContent) -> ScoredContent {
    let places = places[version.version.id] ?? []
    let unscored = Set(scored.unscored)
    let features = Dictionary(zip(places, places.indices), uniquingKeysWith: { first, _ in first })
    var part = ScoredContent(scores: places.map { scored.scores[$0] })
    part.unscored = places.indices.filter { unscored.contains(places[$0]) }
    for (feature, place) in places.enumerated() { part.failures[feature] = scored.failures[place] }
    part.answers = scored.answers.compactMap { answer in
      guard let feature = features[answer.feature] else { return nil }
      var answer = answer
      answer.feature = feature
      return answer
    }
    return part
  }
}
