public import PolicyLanguage

/// A policy ready to evaluate, once per version: its distinct features, its expressions, the order of its labels.
///
/// A value: evaluating changes nothing in it, so any number of contents can be evaluated at once.
public struct CompiledPolicy: Sendable {
  /// Each check once, in the order in which they first stand in the text; `Feature.index` is its place here.
  public let features: [Feature]
  /// In source order.
  public let labels: [CompiledLabel]
  /// The policy's own exception, which holds back every label.
  public let exception: CompiledException?
  /// What a content costs to evaluate, against a policy of no checks: see `Complexity`. What tokens are billed by.
  public let complexityScore: Float

  let program: Program
  let order: PriorityOrder

  /// Compiles a policy that has been parsed without an error.
  public init(_ syntax: PolicySyntax) {
    let resolved = ResolvedPolicy(syntax)
    var program = Program(featureCount: resolved.features.count)
    let exception = resolved.exception.map { CompiledException($0, program: &program) }
    let heldBack = exception.map { [program.append(.complement, [$0.slot])] } ?? []

    features = resolved.features
    labels = resolved.labels.map { CompiledLabel($0, heldBack: heldBack, program: &program) }
    self.exception = exception
    order = PriorityOrder(syntax.priorities, names: labels.map(\.name))
    complexityScore = Complexity.score(of: resolved)
    self.program = program
  }
}

extension CompiledLabel {
  /// - Parameter heldBack: where the complement of the policy's own exception stands.
  fileprivate init(_ label: ResolvedPolicy.Label, heldBack: [Program.Slot], program: inout Program) {
    name = label.syntax.name.value
    message = label.syntax.message?.value ?? ""
    range = label.syntax.range
    rules = CompiledRule.all(label.rules, program: &program)
    exception = label.exception.map { CompiledException($0, program: &program) }
    var inputs = [program.append(.greatest, rules.map(\.slot))] + heldBack
    if let exception { inputs.append(program.append(.complement, [exception.slot])) }
    slot = program.append(.least, inputs)
  }
}

extension CompiledException {
  fileprivate init(_ exception: ResolvedPolicy.Exception, program: inout Program) {
    range = exception.syntax.range
    rules = CompiledRule.all(exception.rules, program: &program)
    slot = program.append(.greatest, rules.map(\.slot))
  }
}

extension CompiledRule {
  fileprivate static func all(_ rules: [ResolvedPolicy.Rule], program: inout Program) -> [CompiledRule] {
    rules.map { CompiledRule(source: $0.syntax.source, range: $0.syntax.range, slot: program.append($0.expression)) }
  }
}
