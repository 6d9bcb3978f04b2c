internal import GatewayProtocol

/// The query parameters that a message's fields can be set by, as `QueryBinder` binds them.
struct QueryParameters {
  private let schemas: SchemaSet
  private(set) var nodes: [DocumentNode] = []

  /// - Parameters:
  ///   - message: a full name.
  ///   - bound: the fields that the path sets, by their paths in the `.proto` file.
  init(of message: String, except bound: Set<String>, _ schemas: SchemaSet) {
    self.schemas = schemas
    add(message, except: bound, names: [], jsonNames: [], within: [])
  }

  /// The full names of the enums that these messages' parameters have values of.
  static func enums(of messages: [String], _ types: DescribedTypes) -> Set<String> {
    var enums: Set<String> = []
    var waiting = messages
    var seen = Set(messages)
    while let name = waiting.popLast() {
      for field in types.messages[name]?.fields ?? [] {
        switch field.kind {
        case .enumeration(let name): enums.insert(name)
        case .message(let name) where !field.isRepeated && seen.insert(name).inserted: waiting.append(name)
        default: break
        }
      }
    }
    return enums
  }

  /// - Parameters:
  ///   - names: the fields that lead here.
  ///   - outer: the messages that this one stands in: one that has itself within it ends there.
  private mutating func add(
    _ message: String, except bound: Set<String>, names: [String], jsonNames: [String], within outer: Set<String>
  ) {
    guard !outer.contains(message) else { return }
    for field in schemas.types.messages[message]?.fields ?? [] {
      let names = names + [field.name]
      let jsonNames = jsonNames + [field.jsonName]
      guard !bound.contains(names.joined(separator: ".")) else { continue }
      switch field.kind {
      case .message(let name) where WellKnownSchema.isText(name):
        append(field, named: jsonNames)
      case .message(let name):
        // A list of messages, and a map, have no form in a query.
        if !field.isRepeated {
          add(name, except: bound, names: names, jsonNames: jsonNames, within: outer.union([message]))
        }
      default: append(field, named: jsonNames)
      }
    }
  }

  private mutating func append(_ field: DescribedField, named jsonNames: [String]) {
    var node: DocumentNode = ["name": .text(jsonNames.joined(separator: ".")), "in": "query"]
    if !field.comment.isEmpty { node = node.with(["description": .text(field.comment)]) }
    if field.isDeprecated { node = node.with(["deprecated": true]) }
    nodes.append(node.with(["schema": schemas.schema(of: field, .request)]))
  }
}
