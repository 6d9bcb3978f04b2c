internal import SignalScoring

/// A policy version's features, as questions to a model elsewhere.
struct RemoteSignals: SelectiveSignals {
  /// Nil where a feature is of a kind that the scorer has no cost for.
  let questions: [SignalQuestion?]
  let endpoint: RemoteEndpoint
  let context: String?

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, only: Array(questions.indices))
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    switch content {
    case .text(let text): try await score(.text(text.text), only: positions)
    case .image(let image): try await score(.image(mediaType: image.mediaType, bytes: image.bytes), only: positions)
    }
  }

  private func score(_ content: JudgedContent, only positions: [Int]) async throws(CancellationError) -> [SignalResult]
  {
    // No words show nothing.
    if content.isBlank { return positions.map { questions[$0] == nil ? .failed(Self.unsupported) : .scored(0) } }
    do {
      try content.check(endpoint.configuration.limits)
    } catch {
      return positions.map { _ in .failed(error.scoringError) }
    }
    let round = QuestionRound(
      endpoint: endpoint, prompt: ContentPrompt(content, context: context), lane: content.lane)
    var answers = try await round.answers(to: positions.compactMap { questions[$0] })[...]
    return positions.map { position in
      guard questions[position] != nil, let answer = answers.popFirst() else { return .failed(Self.unsupported) }
      switch answer {
      case .success(let probability): return .scored(probability)
      case .failure(let error): return .failed(error.scoringError)
      }
    }
  }

  private static let unsupported = ScoringError(.unsupported, "a remote model does not score exact matches")
}

extension JudgedContent {
  fileprivate var lane: SlotQueue.Lane {
    switch self {
    case .text: .texts
    case .image: .images
    }
  }
}
