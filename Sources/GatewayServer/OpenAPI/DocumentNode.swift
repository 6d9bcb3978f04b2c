internal import GatewayProtocol

/// A JSON value whose members keep their order: what the API's document is made of.
indirect enum DocumentNode: Sendable {
  case object([(name: String, value: DocumentNode)])
  case list([DocumentNode])
  case text(String)
  case number(Int)
  case truth(Bool)

  /// The member of an object.
  subscript(name: String) -> DocumentNode? {
    members.first { $0.name == name }?.value
  }

  /// Those of an object; none of anything else.
  var members: [(name: String, value: DocumentNode)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// Those of a list; none of anything else.
  var elements: [DocumentNode] {
    if case .list(let elements) = self { elements } else { [] }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var isTrue: Bool {
    if case .truth(true) = self { true } else { false }
  }

  /// The object with the members of another behind its own.
  func with(_ other: DocumentNode) -> DocumentNode {
    .object(members + other.members)
  }

  /// Appends it as JSON.
  func write(to json: inout [UInt8]) {
    switch self {
    case .object(let members):
      json.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        JSONText.append(member.name, to: &json)
        json.append(UInt8(ascii: ":"))
        member.value.write(to: &json)
      }
      json.append(UInt8(ascii: "}"))
    case .list(let elements):
      json.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        element.write(to: &json)
      }
      json.append(UInt8(ascii: "]"))
    case .text(let text): JSONText.append(text, to: &json)
    case .number(let number): JSONText.append(number, to: &json)
    case .truth(let truth): json.append(contentsOf: (truth ? "true" : "false").utf8)
    }
  }
}

extension DocumentNode: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringInterpolation,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral elements: (String, DocumentNode)...) {
    self = .object(elements.map { (name: $0.0, value: $0.1) })
  }

  init(arrayLiteral elements: DocumentNode...) { self = .list(elements) }

  init(stringLiteral value: String) { self = .text(value) }

  init(integerLiteral value: Int) { self = .number(value) }

  init(booleanLiteral value: Bool) { self = .truth(value) }
}
