import PolicyLanguage

extension ConditionSyntax {
  /// The tree with its nesting written out: `or(a, and(b, not(c)))`.
  var outline: String {
    switch kind {
    case .signal(let signal): signal.outline
    case .context(let subject, let op, let object): "\(subject.outline)[\(op.name)]\(object.outline)"
    case .match(let kind, let strings): "\(kind.keyword)(\(strings.map(\.value).joined(separator: ", ")))"
    case .list(let kind, let items): "\(kind.rawValue)(\(Self.joined(items)))"
    case .group(let items): "(\(Self.joined(items)))"
    case .not(let operand): "not(\(operand.outline))"
    case .and(let items): "and(\(Self.joined(items)))"
    case .or(let items): "or(\(Self.joined(items)))"
    }
  }

  private static func joined(_ items: [ConditionSyntax]) -> String { items.map(\.outline).joined(separator: ", ") }
}

extension SignalSyntax {
  fileprivate var outline: String { text.value + (isQuestion ? "?" : "") }
}

extension Diagnostic {
  /// `2:7 empty-signal`.
  var place: String { "\(range.start.line):\(range.start.column) \(code.rawValue)" }
}

extension ParsedPolicy {
  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

  /// The rules of all labels, outlined.
  var outline: [String] { syntax.labels.flatMap { $0.rules.map(\.condition.outline) } }
}
