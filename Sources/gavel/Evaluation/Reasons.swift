internal import Gateway
internal import PolicyEvaluation
internal import PolicyLanguage

/// Why a policy's rules scored as they did on a text, as lines to read.
struct Reasons {
  /// Of one scorer's finds in a text, so many are shown.
  private static let shown = 3

  private let entries: [Int: [Explanation.Entry]]
  private let policy: CompiledPolicy
  private let text: String

  init(_ explanation: Explanation, policy: CompiledPolicy, text: String) {
    entries = Dictionary(grouping: explanation.entries, by: \.feature)
    self.policy = policy
    self.text = text
  }

  /// For each signal of a rule, who answered it and what they went by.
  func lines(of rule: CompiledRule) -> [String] {
    policy.features.filter { $0.stands(in: rule) }.flatMap { feature in
      (entries[feature.index] ?? []).flatMap { entry in
        ["\(EvalOutput.score(entry.score))  \(feature.expression.printable)  \(entry.source)"] + found(entry)
      }
    }
  }

  private func found(_ entry: Explanation.Entry) -> [String] {
    var lines = entry.places.prefix(Self.shown).map { "      \(MarkedText.line(of: text, marking: $0))" }
    if entry.places.count > Self.shown { lines.append("      and \(entry.places.count - Self.shown) more") }
    return lines
  }
}

extension Feature {
  fileprivate func stands(in rule: CompiledRule) -> Bool {
    ranges.contains { rule.range.start <= $0.start && $0.end <= rule.range.end }
  }
}
