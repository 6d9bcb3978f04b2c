internal import Foundation

/// A JSON value as it came.
package indirect enum JSONTree: Decodable, Equatable, Sendable {
  case object([String: JSONTree])
  case list([JSONTree])
  case text(String)
  case number(Double)
  case truth(Bool)
  case null

  package init(parsing json: String) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(json.utf8))
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  package subscript(name: String) -> JSONTree? { members?[name] }

  package var members: [String: JSONTree]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var elements: [JSONTree]? {
    if case .list(let elements) = self { elements } else { nil }
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// Every object in it, itself among them.
  package var objects: [[String: JSONTree]] {
    switch self {
    case .object(let members): [members] + members.values.flatMap(\.objects)
    case .list(let elements): elements.flatMap(\.objects)
    default: []
    }
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
  package init(integerLiteral value: Int) { self = .number(Double(value)) }
  package init(booleanLiteral value: Bool) { self = .truth(value) }
}
