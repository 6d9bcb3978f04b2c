internal import GatewayProtocol

/// The JSON schemas of the messages that requests and answers are made of.
///
/// A message that goes both ways has two schemas, for an answer has every field without presence and a request need not
/// have any: the latter's name ends in `Input`.
struct SchemaSet: Sendable {
  /// Which way a message goes.
  enum Direction: Sendable {
    case request, answer
  }

  let types: DescribedTypes
  private let requests: Set<String>
  private let answers: Set<String>
  private let shortNames: [String: String]

  /// - Parameters:
  ///   - requests: the full names of messages that are bodies of requests.
  ///   - parameters: the full names of enums that are parameters.
  ///   - answers: the full names of messages that are bodies of answers.
  init(_ types: DescribedTypes, requests: [String], parameters: Set<String>, answers: [String]) {
    self.types = types
    self.requests = types.reached(from: requests).union(parameters)
    self.answers = types.reached(from: answers)
    shortNames = types.shortNames()
  }

  /// Every schema, by its name and in the order of names.
  var components: DocumentNode {
    var named: [(name: String, value: DocumentNode)] = []
    for name in answers { named.append((self.name(of: name, .answer), schema(of: name, .answer))) }
    for name in requests where types.messages[name] != nil || !answers.contains(name) {
      named.append((self.name(of: name, .request), schema(of: name, .request)))
    }
    return .object(named.sorted { $0.name < $1.name })
  }

  /// A reference to a message's or an enum's schema; for a message of `google.protobuf`, its schema itself.
  func reference(_ name: String, _ direction: Direction) -> DocumentNode {
    if let schema = WellKnownSchema.of(name) { return schema }
    return ["$ref": "#/components/schemas/\(self.name(of: name, direction))"]
  }

  /// The schema of a field's values.
  func schema(of field: DescribedField, _ direction: Direction) -> DocumentNode {
    if let value = types.mapValue(of: field) {
      return ["type": "object", "additionalProperties": valueSchema(of: value, direction)]
    }
    let schema = valueSchema(of: field, direction)
    return field.isRepeated ? ["type": "array", "items": schema] : schema
  }

  private func name(of name: String, _ direction: Direction) -> String {
    let short = shortNames[name] ?? name
    let isSplit = direction == .request && answers.contains(name) && types.messages[name] != nil
    return isSplit ? short + "Input" : short
  }

  private func schema(of name: String, _ direction: Direction) -> DocumentNode {
    if let declared = types.enums[name] { return Self.schema(of: declared) }
    guard let message = types.messages[name] else { return [:] }
    var schema: DocumentNode = ["type": "object"]
    if !message.comment.isEmpty { schema = schema.with(["description": .text(message.comment)]) }
    if !message.fields.isEmpty {
      let properties = message.fields.map { field in
        (name: field.jsonName, value: Self.described(self.schema(of: field, direction), by: field))
      }
      schema = schema.with(["properties": .object(properties)])
    }
    // grpc-gateway writes what has no presence even when it is empty.
    let required = message.fields.filter { direction == .answer && !$0.hasPresence }
    if !required.isEmpty { schema = schema.with(["required": .list(required.map { .text($0.jsonName) })]) }
    let limits = message.alternatives.map(Self.atMostOne)
    if let only = limits.first, limits.count == 1 { return schema.with(only) }
    return limits.isEmpty ? schema : schema.with(["allOf": .list(limits)])
  }

  private func valueSchema(of field: DescribedField, _ direction: Direction) -> DocumentNode {
    switch field.kind {
    case .text: ["type": "string"]
    case .bytes: ["type": "string", "contentEncoding": "base64"]
    case .truth: ["type": "boolean"]
    case .single: ["type": "number", "format": "float"]
    case .double: ["type": "number", "format": "double"]
    case .int32: ["type": "integer", "format": "int32"]
    case .uint32: ["type": "integer", "minimum": 0, "maximum": 4_294_967_295]
    case .int64: ["type": "string", "format": "int64"]
    case .uint64: ["type": "string", "format": "uint64"]
    case .message(let name), .enumeration(let name): reference(name, direction)
    }
  }

  private static func described(_ schema: DocumentNode, by field: DescribedField) -> DocumentNode {
    var schema = schema
    if !field.comment.isEmpty { schema = schema.with(["description": .text(field.comment)]) }
    if field.isDeprecated { schema = schema.with(["deprecated": true]) }
    return schema
  }

  private static func schema(of declared: DescribedEnum) -> DocumentNode {
    let values = declared.values.filter { !$0.comment.isEmpty }.map { "`\($0.name)`: \($0.comment)" }
    let description = ([declared.comment] + values).filter { !$0.isEmpty }.joined(separator: "\n\n")
    let schema: DocumentNode = ["type": "string", "enum": .list(declared.values.map { .text($0.name) })]
    return description.isEmpty ? schema : schema.with(["description": .text(description)])
  }

  private static func atMostOne(of fields: [DescribedField]) -> DocumentNode {
    let each = fields.map { field -> DocumentNode in ["required": [.text(field.jsonName)]] }
    let none: DocumentNode = ["not": ["anyOf": .list(each)]]
    return ["oneOf": .list(each + [none])]
  }
}

extension DescribedTypes {
  /// The messages and enums that these messages are made of, themselves among them.
  fileprivate func reached(from names: [String]) -> Set<String> {
    var reached: Set<String> = []
    var waiting = names
    while let name = waiting.popLast() {
      guard messages[name] != nil || enums[name] != nil, WellKnownSchema.of(name) == nil,
        reached.insert(name).inserted
      else { continue }
      for field in messages[name]?.fields ?? [] {
        switch (mapValue(of: field) ?? field).kind {
        case .message(let inner), .enumeration(let inner): waiting.append(inner)
        default: break
        }
      }
    }
    return reached
  }

  /// Names without their package, where no other package has the same.
  fileprivate func shortNames() -> [String: String] {
    let names = Array(messages.keys) + Array(enums.keys)
    // A package's words are in lower case, and no type's name is.
    let short = names.map { name in
      name.split(separator: ".").drop { $0.first?.isLowercase ?? false }.joined(separator: ".")
    }
    let counts = Dictionary(short.map { ($0, 1) }, uniquingKeysWith: +)
    return Dictionary(uniqueKeysWithValues: zip(names, short).map { ($0, counts[$1] == 1 ? $1 : $0) })
  }
}
