internal import SignalScoring

/// A policy version's features, as things to look for.
struct ImageSignals: SelectiveSignals {
  /// What a feature comes down to: things, all of which have to be shown; or why it cannot be told.
  typealias Signal = Result<[SeenThing], ScoringError>

  let signals: [Signal]
  let knowledge: ThingKnowledge
  let pool: ImagePool

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, signals)
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    try await score(content, positions.map { signals[$0] })
  }

  private func score(_ content: Content, _ signals: [Signal]) async throws(CancellationError) -> [SignalResult] {
    guard case .image(let image) = content else { return signals.map { _ in .failed(.imageOnly) } }
    let things = signals.flatMap { (try? $0.get()) ?? [] }
    let aspects = things.reduce(into: Set<ImageAspect>()) { $0.formUnion($1.aspects) }
    if aspects.isEmpty { return signals.map { .failed($0.error) } }
    let outcome: Result<SeenImage, ScoringError>
    do {
      outcome = .success(try await pool.look(at: image, for: aspects))
    } catch let error as CancellationError {
      throw error
    } catch {
      outcome = .failure((error as? EmbeddedModelError)?.imageScoringError ?? .sightFailed)
    }
    return signals.map { signal in
      guard case .success(let things) = signal else { return .failed(signal.error) }
      switch outcome {
      case .success(let seen): return score(things, seen)
      case .failure(let error): return .failed(error)
      }
    }
  }

  /// Things that all have to be shown are shown as far as the least of them.
  private func score(_ things: [SeenThing], _ image: SeenImage) -> SignalResult {
    for aspect in things.flatMap(\.aspects).sorted() {
      if let failure = image.failures[aspect] { return .failed(failure.imageScoringError) }
    }
    let sights = things.compactMap { $0.sight(in: image, knowledge) }
    guard sights.count == things.count, let score = sights.map(\.score).min() else { return .failed(.sightFailed) }
    return .scored(score, evidence: ImageEvidence.of(sights).map { Evidence(finding: $0) })
  }
}

extension ImageSignals.Signal {
  /// A signal that comes down to nothing fails too, were there one.
  fileprivate var error: ScoringError {
    switch self {
    case .success: .sightFailed
    case .failure(let error): error
    }
  }
}
