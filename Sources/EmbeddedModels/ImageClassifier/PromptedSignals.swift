internal import Foundation
internal import SignalScoring

/// A policy version's features as prompts that images are compared with.
struct PromptedSignals: SelectiveSignals {
  struct Signal: Sendable {
    var prompt: String
    /// Of unit length, as all vectors here.
    var vector: [Float]
  }

  /// Nil where a feature is of a kind that the classifier has no cost for.
  let signals: [Signal?]
  let neutral: [[Float]]
  let configuration: ImageClassifierConfiguration
  let pool: ImagePool

  private static let quotedCharacters = 80

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, signals)
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    try await score(content, positions.map { signals[$0] })
  }

  private func score(_ content: Content, _ asked: [Signal?]) async throws(CancellationError) -> [SignalResult] {
    guard case .image(let image) = content else { return asked.map { _ in .failed(.imageOnly) } }
    if asked.allSatisfy({ $0 == nil }) { return asked.map { _ in .failed(Self.unsupported) } }
    do {
      let seen = try await pool.look(at: image, for: [.likeness])
      if let failure = seen.failures[.likeness] { throw failure }
      let pictures = (seen.findings[.likeness] ?? []).map(\.vector)
      return score(pictures, asked)
    } catch let error as CancellationError {
      throw error
    } catch {
      let failure = (error as? EmbeddedModelError)?.imageScoringError ?? .sightFailed
      return asked.map { _ in .failed(failure) }
    }
  }

  /// Each signal by the picture that shows it best.
  private func score(_ pictures: [[Float]], _ asked: [Signal?]) -> [SignalResult] {
    let neutral = pictures.map { picture in self.neutral.map { UnitVector.cosine(picture, $0) } }
    return asked.map { signal in
      guard let signal else { return .failed(Self.unsupported) }
      let sights = zip(pictures, neutral).map { picture, neutral in
        let cosine = UnitVector.cosine(picture, signal.vector)
        return (cosine: cosine, logit: configuration.logit(of: cosine, against: neutral))
      }
      guard let best = sights.max(by: { $0.logit < $1.logit }), best.logit.isFinite else {
        return .failed(.sightFailed)
      }
      return .scored(
        configuration.calibration.probability(of: best.logit),
        evidence: Evidence(finding: Self.finding(signal.prompt, best.cosine)))
    }
  }

  private static func finding(_ prompt: String, _ cosine: Double) -> String {
    let quoted = prompt.count > quotedCharacters ? "\(prompt.prefix(quotedCharacters))…" : prompt
    return "\u{201C}\(quoted)\u{201D}, cosine \(String(format: "%.2f", cosine))"
  }

  private static let unsupported = ScoringError(.unsupported, "the image classifier does not score exact matches")
}
