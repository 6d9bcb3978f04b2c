/// The words of the grammar; read in any case, written in capitals.
enum Keyword: String, Sendable, CaseIterable {
  case label = "LABEL"
  case section = "SECTION"
  case unless = "UNLESS"
  case except = "EXCEPT"
  case when = "WHEN"
  case priority = "PRIORITY"
  case and = "AND"
  case or = "OR"
  case not = "NOT"
  case any = "ANY"
  case all = "ALL"
  case none = "NONE"
  case sentiment = "SENTIMENT"

  /// Whether it begins something at the top level of a policy.
  var beginsItem: Bool {
    switch self {
    case .label, .section, .priority, .unless, .except: true
    default: false
    }
  }

  /// The keyword that a misspelt word was meant to be.
  static func nearest(to word: String) -> Keyword? {
    Nearest.match(word.uppercased(), among: allCases.map(\.rawValue)).flatMap(Keyword.init)
  }
}
