internal import SignalScoring

extension SignalShape<PreparedPhrase> {
  func score(_ content: EncodedContent) -> SignalResult {
    // No words show nothing.
    guard let whole = content.whole else { return .scored(0) }
    switch self {
    case .shown(let phrase, let calibration):
      let products = content.products(with: phrase)
      guard let best = content.best(by: { content.value(of: phrase, on: $0, products) }) else { return .scored(0) }
      let window = best.span.windows.max { products[$0] < products[$1] }
      return .scored(
        calibration.probability(of: best.value, gate: phrase.gate),
        evidence: window.map { Evidence(spans: [content.windows[$0].place]) })
    case .tone(let phrase, let calibration):
      let value = content.value(of: phrase, on: whole, content.products(with: phrase))
      return .scored(calibration.probability(of: value, gate: phrase.gate))
    case .relation(let relation, let subject, let object, let slack, let calibration):
      let sides = [(relation, 0.0), (subject, slack), (object, slack)].map { phrase, slack in
        (phrase: phrase, slack: slack, products: content.products(with: phrase))
      }
      let best = content.best { span in
        sides.reduce(.infinity) { least, side in
          min(least, content.value(of: side.phrase, on: span, side.products) + side.slack)
        }
      }
      guard let best else { return .scored(0) }
      return .scored(
        calibration.probability(of: best.value, gate: relation.gate),
        evidence: Evidence(spans: best.span.windows.map { content.windows[$0].place }))
    }
  }
}

extension EncodedContent {
  /// The span with the greatest value, the first of equals; nil where there are no words.
  fileprivate func best(by value: (Span) -> Double) -> (span: Span, value: Double)? {
    var best: (span: Span, value: Double)?
    for span in spans {
      let value = value(span)
      if best.map({ value > $0.value }) ?? true { best = (span, value) }
    }
    return best
  }
}
