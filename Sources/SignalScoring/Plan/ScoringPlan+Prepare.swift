public import PolicyEvaluation

extension ScoringPlan {
  /// Decides who answers what, and has each scorer prepare its part: once per policy version.
  ///
  /// A scorer that cannot be prepared does not stop the plan: its features fail, each with its reason.
  ///
  /// - Parameters:
  ///   - scorers: in the order in which they are to be preferred.
  ///   - sight: for a plan of images: the scorers that look at one, whose say comes beside that of `scorers`, in the order
  ///     in which they are to be preferred.
  ///   - cache: where models' scores are kept; matching costs less than to look it up.
  /// - Throws: `CancellationError`.
  public static func prepare(
    policy: CompiledPolicy, scorers: [any SignalScorer], sight: [any SignalScorer] = [], cache: ScoreCache? = nil
  ) async throws -> ScoringPlan {
    var draft = Draft(policy: policy)
    for part in parts(of: policy, scorers, sight) {
      let scorer = (part.answerer == .sight ? sight : scorers)[part.scorer]
      let features = part.features.map { policy.features[$0] }
      do {
        draft.add(part, scorer: scorer, signals: try await scorer.prepare(features), features)
      } catch let error as ScoringError {
        draft.fail(part, error)
      } catch let error as CancellationError {
        throw error
      } catch {
        try Task.checkCancellation()
        draft.fail(part, ScoringError(.modelUnavailable, "the model could not be prepared"))
      }
    }
    for feature in policy.features
    where draft.awaited[feature.index].isEmpty && draft.unanswered[feature.index] == nil {
      draft.unanswered[feature.index] = .noScorer(for: feature.kind)
    }
    return ScoringPlan(
      policy: policy, immediate: draft.immediate, deferred: draft.deferred.sorted { $0.cost < $1.cost },
      unanswered: draft.unanswered, awaited: draft.awaited, cache: cache, preparationFailures: draft.failures)
  }

  /// The features that one scorer answers at one cost.
  private struct Part {
    var scorer: Int
    var cost: ScoringCost
    var answerer: Answerers
    var features: [Int] = []
  }

  private struct Draft {
    var immediate: [ImmediateStage] = []
    var deferred: [ScoringStage] = []
    var unanswered: [Int: ScoringError] = [:]
    var awaited: [Answerers]
    var failures: [ScoringError] = []

    init(policy: CompiledPolicy) {
      awaited = Array(repeating: [], count: policy.features.count)
    }

    mutating func add(_ part: Part, scorer: any SignalScorer, signals: any PreparedSignals, _ features: [Feature]) {
      for feature in part.features { awaited[feature].formUnion(part.answerer) }
      if part.cost == .matching, let signals = signals as? any ImmediateSignals {
        immediate.append(ImmediateStage(scorer: scorer.name, features: part.features, signals: signals))
      } else {
        deferred.append(
          ScoringStage(
            scorer: scorer.name, cost: part.cost, answerer: part.answerer, features: part.features,
            cacheKeys: features.map { "\(scorer.version) \($0.kind.identity)" }, signals: signals))
      }
    }

    mutating func fail(_ part: Part, _ error: ScoringError) {
      failures.append(error)
      for feature in part.features { unanswered[feature] = error }
    }
  }

  private static func parts(
    of policy: CompiledPolicy, _ scorers: [any SignalScorer], _ sight: [any SignalScorer]
  ) -> [Part] {
    var parts: [Part] = []
    for feature in policy.features {
      let read = answers(to: feature.kind, scorers).map { ($0.scorer, $0.cost, Answerers($0.cost)) }
      let seen = able(sight, feature.kind).prefix(1).map { ($0.scorer, $0.cost, Answerers.sight) }
      for (scorer, cost, answerer) in read + seen {
        let index = parts.firstIndex { $0.scorer == scorer && $0.cost == cost && $0.answerer == answerer }
        if let index {
          parts[index].features.append(feature.index)
        } else {
          parts.append(Part(scorer: scorer, cost: cost, answerer: answerer, features: [feature.index]))
        }
      }
    }
    return parts
  }

  /// Who answers a kind of a text: one scorer, but for a fuzzy feature one by matching and one model.
  private static func answers(
    to kind: Feature.Kind, _ scorers: [any SignalScorer]
  ) -> [(scorer: Int, cost: ScoringCost)] {
    let able = able(scorers, kind)
    guard case .fuzzy = kind else { return Array(able.prefix(1)) }
    return [able.first { $0.cost == .matching }, able.first { $0.cost != .matching }].compactMap(\.self)
  }

  private static func able(
    _ scorers: [any SignalScorer], _ kind: Feature.Kind
  ) -> [(scorer: Int, cost: ScoringCost)] {
    scorers.enumerated().compactMap { index, scorer in scorer.cost(of: kind).map { (index, $0) } }
  }
}

extension ScoringError {
  fileprivate static func noScorer(for kind: Feature.Kind) -> ScoringError {
    let name =
      switch kind {
      case .concept: "a concept"
      case .context: "a relation between two concepts"
      case .question: "a question"
      case .exact: "an exact match"
      case .fuzzy: "a fuzzy match"
      case .sentiment: "a sentiment"
      }
    return ScoringError(
      .unsupported, "nothing here can score \(name): install the embedded models or configure a remote one")
  }
}
