import PolicyEvaluation
import SignalScoring

extension TextContent {
  /// A content whose hash is its text: two contents are one exactly when their texts are.
  init(_ text: String) { self.init(hash: text, text: text) }
}

extension CompiledPolicy {
  /// One label of rules that each stand on a line.
  static func of(_ rules: String...) throws -> CompiledPolicy { try of(rules) }

  static func of(_ rules: [String]) throws -> CompiledPolicy {
    try compile("LABEL \"l\" {\n\(rules.joined(separator: "\n"))\n}")
  }
}

extension ScoredContent {
  /// The scores that are wholly known; nil for the rest.
  var known: [Double?] { scores.map(\.value) }
}
