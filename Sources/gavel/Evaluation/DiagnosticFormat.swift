internal import ArgumentParser
internal import PolicyLanguage

/// How `check` and `lint` print.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case human, plain, json, sarif

  var renderer: DiagnosticRenderer.Format {
    switch self {
    case .human: .human
    case .plain: .plain
    case .json: .json
    case .sarif: .sarif
    }
  }
}
