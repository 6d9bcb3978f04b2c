internal import PolicyEvaluation

/// Which scorer answers which feature of a policy version, with all that depends on the features alone done.
///
/// - A feature is answered by the first scorer, in the order given, that has a cost for its kind.
/// - A fuzzy feature is the same in form or near in meaning. The first scorer that answers it by matching gives its
///   form, the first model that answers it its meaning, and it scores the greater. Where the meaning could not be had
///   its score is known to be no less than its form's, and no more is. A server set up without a model for it takes
///   fuzzy to mean form alone.
/// - A feature that nobody answers fails, with a message that says what is missing.
///
/// Matching comes first; models are then asked in the order of their cost where the scoring is expedited, and all at
/// once where everything is to be scored.
public struct ScoringPlan: Sendable {
  let policy: CompiledPolicy
  let immediate: [ImmediateStage]
  /// Cheapest first.
  let deferred: [ScoringStage]
  /// What no stage can answer, whatever the content.
  let unanswered: [Int: ScoringError]
  /// Who answers each feature.
  let awaited: [Answerers]
  let cache: ScoreCache?

  /// Why a scorer could not be prepared; empty when all could. Its features fail on every content.
  public let preparationFailures: [ScoringError]

  /// Whether a scorer was only too busy to be prepared: such a plan is for the request at hand and not to be kept.
  public var isProvisional: Bool { preparationFailures.contains { $0.code == .overloaded } }

  /// Whether everything is answered by matching: at once, on the caller's thread.
  public var needsOnlyMatching: Bool { deferred.isEmpty }

  /// Scores one content.
  ///
  /// - Parameters:
  ///   - threshold: what the policy is to be evaluated at; it decides only what an expedited scoring leaves out.
  ///   - expedited: whether to stop as soon as no label's outcome can change.
  ///   - bypassingCache: whether to neither read kept scores nor keep these.
  ///   - explained: whether every answer is wanted beside the scores it led to, not only a stand-in's.
  /// - Throws: `CancellationError`, and nothing else: what goes wrong with a feature is in the answer.
  public func score(
    _ content: Content, threshold: Double, expedited: Bool, bypassingCache: Bool = false, explained: Bool = false
  ) async throws(CancellationError) -> ScoredContent {
    let cache = bypassingCache ? nil : cache
    var (board, wanted) = begin(
      content, threshold: threshold, expedited: expedited, cache: cache, explained: explained)
    for wave in waves(expedited: expedited) where !wanted.isEmpty {
      if Task.isCancelled { throw CancellationError() }
      let requests = requests(of: wave, wanted: wanted, board)
      if requests.isEmpty { continue }
      for answer in try await answers(to: requests, content) {
        record(answer, of: content, into: &board, cache: cache)
      }
      wanted = self.wanted(board, threshold: threshold, expedited: expedited)
    }
    return board.finished()
  }

  /// The same for a text.
  public func score(
    _ text: TextContent, threshold: Double, expedited: Bool, bypassingCache: Bool = false, explained: Bool = false
  ) async throws(CancellationError) -> ScoredContent {
    try await score(
      .text(text), threshold: threshold, expedited: expedited, bypassingCache: bypassingCache, explained: explained)
  }

  /// Scores one content without waiting, or answers nil where a model has to be asked.
  public func scoreImmediately(
    _ content: Content, threshold: Double, expedited: Bool, bypassingCache: Bool = false
  ) -> ScoredContent? {
    let (board, wanted) = begin(
      content, threshold: threshold, expedited: expedited, cache: bypassingCache ? nil : cache)
    return wanted.isEmpty ? board.finished() : nil
  }

  /// Learns what can be learned without waiting: what matching tells, and what is kept of models' answers.
  private func begin(
    _ content: Content, threshold: Double, expedited: Bool, cache: ScoreCache?, explained: Bool = false
  ) -> (board: ScoringBoard, wanted: Set<Int>) {
    var board = scoreMatching(content, explained: explained)
    if deferred.isEmpty { return (board, []) }
    let wanted = wanted(board, threshold: threshold, expedited: expedited)
    guard let cache, !wanted.isEmpty else { return (board, wanted) }
    recall(content, wanted, from: cache, into: &board)
    return (board, self.wanted(board, threshold: threshold, expedited: expedited))
  }

  private func scoreMatching(_ content: Content, explained: Bool) -> ScoringBoard {
    var board = ScoringBoard(awaited: awaited, failures: unanswered, isExplained: explained)
    for stage in immediate {
      let results = stage.signals.scoreImmediately(content)
      for (place, feature) in stage.features.enumerated() {
        board.record(
          place < results.count ? results[place] : .failed(.unanswered), of: feature, by: .matching, stage.scorer)
      }
    }
    return board
  }

  /// The features that models have still to be asked about.
  private func wanted(_ board: ScoringBoard, threshold: Double, expedited: Bool) -> Set<Int> {
    let candidates =
      expedited
      ? policy.openFeatures(scores: board.scores, threshold: threshold) : Array(board.scores.indices)
    return Set(candidates.lazy.filter { board.isOpen($0) })
  }

  /// Stages that are asked together.
  private func waves(expedited: Bool) -> [ArraySlice<ScoringStage>] {
    guard expedited else { return [deferred[...]] }
    var waves: [ArraySlice<ScoringStage>] = []
    var rest = deferred[...]
    while let cost = rest.first?.cost {
      let wave = rest.prefix { $0.cost == cost }
      waves.append(wave)
      rest = rest.dropFirst(wave.count)
    }
    return waves
  }
}
