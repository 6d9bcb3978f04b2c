internal import ArgumentParser
internal import Foundation
internal import Gateway
internal import PolicyEvaluation
internal import PolicyLanguage
internal import SignalScoring
internal import Storage

/// A policy file made ready, as a server would make it ready.
struct LocalPolicy {
  var ready: ReadyPolicy
  var tokens: TokenCounter

  /// - Throws: `ExitCode` where the policy has errors: they have been printed.
  static func load(file: String, models: Models) async throws -> LocalPolicy {
    let data = try InputFile.read(file)
    let compiled = try compile(data, file: file)
    for warning in models.warnings { Terminal.complain(warning) }
    let key = file == "-" ? "stdin" : URL(filePath: file).deletingPathExtension().lastPathComponent
    let now = Date(timeIntervalSince1970: 0)
    let policy = PolicyRecord(
      id: .none, accountID: .none, key: key, activeVersionID: UUID.none, created: now, updated: now, isDisabled: false,
      isDeleted: false, datasetID: nil)
    let version = PolicyVersionRecord(
      id: .none, policyID: .none, number: 1, text: "", options: nil, globalContext: nil, metadata: Data(),
      complexityScore: Double(compiled.complexityScore), created: now)
    return LocalPolicy(
      ready: try await ReadyPolicy(
        policy: policy, version: version, compiled: compiled, scorers: models.scorers,
        cache: ScoreCache(capacity: 10_000)),
      tokens: models.tokens)
  }

  private static func compile(_ data: Data, file: String) throws -> CompiledPolicy {
    let parsed = PolicyParser.parse(utf8: data)
    if parsed.hasErrors {
      let errors = parsed.diagnostics.filter { $0.severity == .error }
      let report = DiagnosticRenderer.Report(file: file, source: parsed.source, diagnostics: errors)
      Terminal.write(DiagnosticRenderer(.human).render([report]), to: .standardError)
      throw ExitCode(Terminal.ExitCode.errors)
    }
    return CompiledPolicy(parsed.syntax)
  }
}

extension UUID {
  /// The id of what no store keeps.
  static let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
}
