/// How much work a policy makes of a content.
///
/// The score is 1, for the content itself, plus for each distinct feature by its kind
///
/// | kind | adds |
/// |---|---|
/// | exact | 0.01 |
/// | fuzzy | 0.05 |
/// | concept, sentiment | 0.1 |
/// | question | 0.2 |
/// | context | 0.3 |
///
/// plus 0.01 for each condition that AND, OR, NOT or a list joins. It follows from the text alone, so that what a policy
/// costs is known before it runs and the same on every server.
enum Complexity {
  private static let base: Float = 1
  private static let operand: Float = 0.01

  static func score(of policy: ResolvedPolicy) -> Float {
    let checks = policy.features.reduce(Float(0)) { $0 + weight(of: $1.kind) }
    let rules = policy.labels.flatMap { $0.rules + ($0.exception?.rules ?? []) } + (policy.exception?.rules ?? [])
    let operands = rules.reduce(0) { $0 + $1.expression.operandCount }
    return base + checks + operand * Float(operands)
  }

  private static func weight(of kind: Feature.Kind) -> Float {
    switch kind {
    case .exact: 0.01
    case .fuzzy: 0.05
    case .concept, .sentiment: 0.1
    case .question: 0.2
    case .context: 0.3
    }
  }
}
