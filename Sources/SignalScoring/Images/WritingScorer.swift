package import PolicyEvaluation

/// Puts the writing on an image to a scorer of texts: what holds of a text holds of one that is written on an image.
package struct WritingScorer: SignalScorer {
  private let scorer: any SignalScorer
  private let reader: any ImageReader

  package init(_ scorer: any SignalScorer, reader: any ImageReader) {
    self.scorer = scorer
    self.reader = reader
  }

  package var version: String { "\(scorer.version) of \(reader.version)" }

  package var name: String { "\(scorer.name) of \(reader.version)" }

  /// As if the writing had been read: whoever is asked first reads it, for all.
  package func cost(of kind: Feature.Kind) -> ScoringCost? { scorer.cost(of: kind) }

  package func prepare(_ features: [Feature]) async throws -> any PreparedSignals {
    WritingSignals(signals: try await scorer.prepare(features), count: features.count, reader: reader)
  }
}

/// A policy version's features, prepared for texts, on what is written on images.
private struct WritingSignals: SelectiveSignals {
  let signals: any PreparedSignals
  let count: Int
  let reader: any ImageReader

  func score(_ content: Content) async throws(CancellationError) -> [SignalResult] {
    try await score(content, count: count) { text async throws(CancellationError) in try await signals.score(text) }
  }

  func score(_ content: Content, only positions: [Int]) async throws(CancellationError) -> [SignalResult] {
    try await score(content, count: positions.count) { text async throws(CancellationError) in
      if let selective = signals as? any SelectiveSignals { return try await selective.score(text, only: positions) }
      let results = try await signals.score(text)
      return positions.map { $0 < results.count ? results[$0] : .failed(.unanswered) }
    }
  }

  private func score(
    _ content: Content, count: Int, _ ask: (TextContent) async throws(CancellationError) -> [SignalResult]
  ) async throws(CancellationError) -> [SignalResult] {
    guard case .image(let image) = content else { return [] }
    let text: TextContent
    do {
      text = try await reader.read(image)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let failure = (error as? ScoringError) ?? ScoringError(.inferenceFailed, "the image could not be read")
      return Array(repeating: .failed(failure), count: count)
    }
    // No words show nothing.
    if text.text.isEmpty { return Array(repeating: .scored(0), count: count) }
    return try await ask(text).map { $0.quoting(text.text) }
  }
}

extension SignalResult {
  private static let quotedCharacters = 80

  /// The same with what the score goes by in words, for there are no places in an image.
  fileprivate func quoting(_ text: String) -> SignalResult {
    guard case .scored(let score, let evidence?, let standIn) = self, let span = evidence.spans.first else {
      return self
    }
    let bytes = text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let end = bytes.index(start, offsetBy: span.count, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let words = String(text[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " "))
    let quoted = words.count > Self.quotedCharacters ? "\(words.prefix(Self.quotedCharacters))…" : words
    return .scored(score, evidence: Evidence(finding: "reads \u{201C}\(quoted)\u{201D}"), by: standIn)
  }
}
