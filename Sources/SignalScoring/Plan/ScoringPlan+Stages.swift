extension ScoringPlan {
  /// What one stage is to be asked.
  struct Request: Sendable {
    var stage: ScoringStage
    var positions: [Int]
  }

  /// What it answered.
  struct Answer: Sendable {
    var stage: ScoringStage
    var positions: [Int]
    var results: [SignalResult]
  }

  func requests(of stages: ArraySlice<ScoringStage>, wanted: Set<Int>, _ board: ScoringBoard) -> [Request] {
    stages.compactMap { stage in
      let positions = stage.features.indices.filter {
        let feature = stage.features[$0]
        return wanted.contains(feature) && board.isOpen(feature, to: stage.answerer)
      }
      return positions.isEmpty ? nil : Request(stage: stage, positions: positions)
    }
  }

  /// Asks all at once.
  func answers(to requests: [Request], _ content: Content) async throws(CancellationError) -> [Answer] {
    if requests.count == 1 { return [try await Self.answer(to: requests[0], content)] }
    let outcomes = await withTaskGroup(of: Result<Answer, CancellationError>.self) { group in
      for request in requests {
        group.addTask {
          do throws(CancellationError) {
            return .success(try await Self.answer(to: request, content))
          } catch {
            return .failure(error)
          }
        }
      }
      var outcomes: [Result<Answer, CancellationError>] = []
      for await outcome in group { outcomes.append(outcome) }
      return outcomes
    }
    var answers: [Answer] = []
    for outcome in outcomes { answers.append(try outcome.get()) }
    return answers
  }

  private static func answer(to request: Request, _ content: Content) async throws(CancellationError) -> Answer {
    let (positions, results) = try await request.stage.score(content, positions: request.positions)
    return Answer(stage: request.stage, positions: positions, results: results)
  }

  func record(_ answer: Answer, of content: Content, into board: inout ScoringBoard, cache: ScoreCache?) {
    for (place, position) in answer.positions.enumerated() {
      let feature = answer.stage.features[position]
      guard board.isOpen(feature, to: answer.stage.answerer) else { continue }
      let result = place < answer.results.count ? answer.results[place] : .failed(.unanswered)
      board.record(result, of: feature, by: answer.stage.answerer, answer.stage.scorer)
      if let cache, case .scored(let score, let evidence, by: nil) = result, !score.isNaN {
        cache.insert(
          ScoreCache.Entry(score: score, evidence: evidence),
          for: ScoreCache.Key(content: content.hash, signal: answer.stage.cacheKeys[position]))
      }
    }
  }

  /// Records what is kept of the wanted features.
  func recall(_ content: Content, _ wanted: Set<Int>, from cache: ScoreCache, into board: inout ScoringBoard) {
    for stage in deferred {
      for (position, feature) in stage.features.enumerated()
      where wanted.contains(feature) && board.isOpen(feature, to: stage.answerer) {
        let key = ScoreCache.Key(content: content.hash, signal: stage.cacheKeys[position])
        if let entry = cache.entry(for: key) {
          board.record(
            .scored(entry.score, evidence: entry.evidence), of: feature, by: stage.answerer, stage.scorer)
        }
      }
    }
  }
}

extension ScoringError {
  static let unanswered = ScoringError(.inferenceFailed, "the scorer gave no answer")
}
