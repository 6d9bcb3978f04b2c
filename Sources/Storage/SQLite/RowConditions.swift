import Foundation
import GRDB

/// The terms of a WHERE clause, with what they are bound to. Values never become SQL text.
struct RowConditions {
  private var terms: [String] = []
  private(set) var arguments = StatementArguments()

  var sql: String { terms.isEmpty ? "TRUE" : terms.joined(separator: " AND ") }

  mutating func require(_ term: String, _ values: StatementArguments = StatementArguments()) {
    terms.append(term)
    arguments += values
  }

  mutating func require(_ column: String, within span: TimeSpan?) {
    guard let span else { return }
    if let start = span.start {
      require("\(column) \(span.isInclusive ? ">=" : ">") ?", [start.microsecondsSince1970])
    }
    if let end = span.end {
      require("\(column) \(span.isInclusive ? "<=" : "<") ?", [end.microsecondsSince1970])
    }
  }

  /// None of the values.
  mutating func require(_ column: String, notIn values: [some DatabaseValueConvertible]) {
    guard !values.isEmpty else { return }
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    require("\(column) NOT IN (\(places))", StatementArguments(values))
  }

  /// One of the values; any where there are none.
  mutating func require(_ column: String, in values: [some DatabaseValueConvertible]) {
    guard !values.isEmpty else { return }
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    require("\(column) IN (\(places))", StatementArguments(values))
  }
}
