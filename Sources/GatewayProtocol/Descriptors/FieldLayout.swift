internal import SwiftProtobuf

/// One field of a message: what JSON and parameters need to know of it.
final class FieldLayout: Sendable {
  typealias Kind = Google_Protobuf_FieldDescriptorProto.TypeEnum

  /// How many values the field holds.
  enum Cardinality: Sendable {
    case single
    case repeated
    case map
  }

  let number: Int
  /// The name in the `.proto` file.
  let name: String
  /// The name in JSON, lowerCamelCase.
  let jsonName: String
  let kind: Kind
  let cardinality: Cardinality
  /// The full name of the message or enum that the value is, or of a map's entry; "" for any other kind.
  let typeName: String
  /// Where the catalogue has that message or enum; nil for any other kind and for the messages of `google.protobuf`.
  let typeIndex: Int?
  /// The oneof that the field is an alternative of. An `optional` field has none.
  let alternativeOf: Int?
  /// The field's name and colon, as they stand in JSON.
  let key: [UInt8]
  /// The key and the default value, for a field that is written when it is not set; empty for a field with presence.
  let unset: [UInt8]

  init(_ field: Google_Protobuf_FieldDescriptorProto, isMap: Bool, typeIndex: Int?, zeroName: String?) {
    number = Int(field.number)
    name = field.name
    jsonName = field.jsonName
    kind = field.type
    cardinality = isMap ? .map : field.label == .repeated ? .repeated : .single
    typeName = String(field.typeName.dropFirst())
    self.typeIndex = typeIndex
    alternativeOf = field.hasOneofIndex && !field.proto3Optional ? Int(field.oneofIndex) : nil
    key = Array("\"\(field.jsonName)\":".utf8)

    let hasPresence = cardinality == .single && (field.hasOneofIndex || field.type == .message)
    let value =
      switch cardinality {
      case .map: "{}"
      case .repeated: "[]"
      case .single: Self.zero(of: field.type, zeroName: zeroName)
      }
    unset = hasPresence ? [] : key + Array(value.utf8)
  }

  /// The default of a scalar in JSON. `zeroName` is what an enum calls the number 0.
  private static func zero(of kind: Kind, zeroName: String?) -> String {
    switch kind {
    case .string, .bytes: "\"\""
    case .bool: "false"
    case .int64, .uint64, .sint64, .fixed64, .sfixed64: "\"0\""
    case .enum: zeroName.map { "\"\($0)\"" } ?? "0"
    default: "0"
    }
  }
}
