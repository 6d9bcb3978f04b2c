internal import SignalScoring

extension SignalShape<Int> {
  /// The score of the window that shows the signal best.
  ///
  /// - Parameter logits: of the content; the phrases are their columns.
  func score(_ content: EncodedContent, _ logits: Logits, _ recipe: ScoringRecipe) -> SignalResult {
    let penalty = recipe.penalty(windows: content.windows.count)
    var best: (window: EncodedContent.Window, value: Double)?
    for (number, window) in content.windows.enumerated() {
      let shown = probability(recipe) { logits[number, $0] - penalty }
      let value = recipe.prior + window.knowledge * (shown - recipe.prior)
      if best.map({ value > $0.value }) ?? true { best = (window, value) }
    }
    // No words show nothing.
    guard let best else { return .scored(0) }
    // What the model cannot read it does not point at.
    let evidence = best.window.knowledge < 0.5 ? nil : Evidence(spans: [best.window.place])
    return .scored(best.value, evidence: evidence)
  }

  private func probability(_ recipe: ScoringRecipe, logit: (Int) -> Double) -> Double {
    switch self {
    case .shown(let phrase, let calibration):
      return calibration.probability(of: logit(phrase))
    case .relation(let relation, let subject, let object):
      let sides = [subject, object].map { recipe.calibration.concept.probability(of: logit($0)) + recipe.contextSlack }
      return sides.reduce(recipe.calibration.context.probability(of: logit(relation)), min)
    }
  }
}
