/// What a token that stands in the wrong place was likely meant to be.
struct Misspelling {
  /// Ends an error's message.
  var advice: String
  var fix: Diagnostic.Fix?

  init?(_ token: Token, text: String) {
    switch token.kind {
    case .word:
      let written = Keyword.nearest(to: text)?.rawValue ?? text.quoted
      guard text.unicodeScalars.count <= PolicyLimits.signalCharacters else { return nil }
      advice =
        Keyword(rawValue: written) == nil ? "signals and names stand in double quotes" : "did you mean \(written)"
      fix = Diagnostic.Fix("write \(written)", range: token.range, replacement: written)
    case .unexpected:
      switch text {
      case "'", "‘", "’", "`", "„", "«", "»", "＂": advice = "strings stand in double quotes"
      case "&": advice = "write AND"
      case "|": advice = "write OR"
      case "!": advice = "write NOT"
      case "#", "/", "*": advice = "a comment begins with `//`"
      default: return nil
      }
    default: return nil
    }
  }
}
