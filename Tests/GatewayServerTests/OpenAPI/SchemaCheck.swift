internal import Foundation
internal import TestSupport

/// Holds JSON against the schemas of the API's document.
///
/// It knows the keywords that the document has, and finds fault with any other. It is stricter than JSON Schema in one
/// thing: an object whose schema has properties has no others.
struct SchemaCheck {
  let document: JSONTree

  /// What is wrong with a value, each with its place.
  func faults(of value: JSONTree, against schema: JSONTree, at place: String = "$") -> [String] {
    guard let keywords = schema.members else { return ["\(place): the schema is no object"] }
    return keywords.flatMap { fault(keyword: $0, $1, of: value, all: keywords, at: place) }
  }

  /// What a reference leads to.
  func resolved(_ reference: String) -> JSONTree? {
    guard reference.hasPrefix("#/") else { return nil }
    return reference.dropFirst(2).split(separator: "/").reduce(document as JSONTree?) { $0?[String($1)] }
  }

  private func fault(
    keyword: String, _ rule: JSONTree, of value: JSONTree, all: [String: JSONTree], at place: String
  ) -> [String] {
    switch keyword {
    case "description", "deprecated": return []
    case "$ref":
      guard let schema = rule.text.flatMap(resolved) else { return ["\(place): \(rule) leads nowhere"] }
      return faults(of: value, against: schema, at: place)
    case "type": return Self.isType(value, rule.text ?? "") ? [] : ["\(place): \(value) is no \(rule)"]
    case "enum": return rule.elements?.contains(value) == true ? [] : ["\(place): \(value) is none of \(rule)"]
    case "required":
      let missing = (rule.elements ?? []).filter { name in name.text.flatMap { value[$0] } == nil }
      return missing.map { "\(place): \($0) is missing" }
    case "properties":
      return (value.members ?? [:]).flatMap { name, member in
        if let schema = rule[name] { return faults(of: member, against: schema, at: "\(place).\(name)") }
        return all["additionalProperties"] == nil ? ["\(place): \(name) is not declared"] : []
      }
    case "additionalProperties":
      guard rule.members != nil else { return rule == .truth(true) ? [] : ["\(place): \(rule) is not known here"] }
      let others = (value.members ?? [:]).filter { all["properties"]?[$0.key] == nil }
      return others.flatMap { faults(of: $1, against: rule, at: "\(place).\($0)") }
    case "items":
      return (value.elements ?? []).enumerated().flatMap { faults(of: $1, against: rule, at: "\(place)[\($0)]") }
    case "allOf": return (rule.elements ?? []).flatMap { faults(of: value, against: $0, at: place) }
    case "anyOf", "oneOf":
      let fitting = (rule.elements ?? []).count { faults(of: value, against: $0, at: place).isEmpty }
      let isRight = keyword == "anyOf" ? fitting > 0 : fitting == 1
      return isRight ? [] : ["\(place): \(fitting) of \(keyword) fit \(value)"]
    case "not": return faults(of: value, against: rule, at: place).isEmpty ? ["\(place): fits what it must not"] : []
    case "minimum": return (value.number ?? .infinity) >= rule.number ?? .nan ? [] : ["\(place): \(value) is too small"]
    case "maximum":
      return (value.number ?? -.infinity) <= rule.number ?? .nan ? [] : ["\(place): \(value) is too large"]
    case "pattern":
      let isRight = rule.text.flatMap { value.text?.range(of: $0, options: .regularExpression) } != nil
      return isRight ? [] : ["\(place): \(value) does not match \(rule)"]
    case "contentEncoding":
      return value.text.flatMap { Data(base64Encoded: $0) } != nil ? [] : ["\(place): \(value) is no base64"]
    case "format": return Self.hasFormat(value, rule.text ?? "") ? [] : ["\(place): \(value) is no \(rule)"]
    default: return ["\(place): `\(keyword)` is not a keyword that is checked"]
    }
  }

  private static func isType(_ value: JSONTree, _ type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("boolean", .truth), ("number", .number): true
    case ("integer", .number(let number)): number.rounded() == number
    default: false
    }
  }

  private static func hasFormat(_ value: JSONTree, _ format: String) -> Bool {
    switch (format, value) {
    case ("float", .number), ("double", .number): true
    case ("int32", .number(let number)): Int32(exactly: number) != nil
    case ("int64", .text(let text)): Int64(text) != nil
    case ("uint64", .text(let text)): UInt64(text) != nil
    case ("date-time", .text(let text)):
      text.range(of: #"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"#, options: .regularExpression) != nil
    default: false
    }
  }
}
