internal import Foundation
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport

/// Requests of all methods, made and looked at by their descriptors.
struct DescribedRequests {
  private var messages: [String: Google_Protobuf_DescriptorProto] = [:]
  private var enums: [String: Google_Protobuf_EnumDescriptorProto] = [:]
  /// The request's message by `package.Service/Method`.
  private(set) var requests: [String: String] = [:]

  init() {
    for file in WireDescriptors.files {
      for message in file.messageType { add(message, within: file.package) }
      for declared in file.enumType { enums["\(file.package).\(declared.name)"] = declared }
      for service in file.service {
        for method in service.method {
          requests["\(file.package).\(service.name)/\(method.name)"] = String(method.inputType.dropFirst())
        }
      }
    }
  }

  private mutating func add(_ message: Google_Protobuf_DescriptorProto, within scope: String) {
    let name = "\(scope).\(message.name)"
    messages[name] = message
    for nested in message.nestedType { add(nested, within: name) }
    for declared in message.enumType { enums["\(name).\(declared.name)"] = declared }
  }

  /// The fields of a message that take an id, with dots between: `query.policy_id`.
  func identifiers(of name: String) -> Set<String> {
    identifiers(of: name, within: [])
  }

  /// A message within itself is not followed.
  private func identifiers(of name: String, within outer: Set<String>) -> Set<String> {
    var paths: Set<String> = []
    for field in messages[name]?.field ?? [] {
      if field.type == .message {
        let type = String(field.typeName.dropFirst())
        guard type != name, !outer.contains(type) else { continue }
        paths.formUnion(identifiers(of: type, within: outer.union([name])).map { "\(field.name).\($0)" })
      } else if ["id", "ids", "uuid", "uuids"].contains(field.name.split(separator: "_").last) {
        paths.insert(field.name)
      }
    }
    return paths
  }

  /// The fields of a case's request in which another account's id stands.
  static func identified(_ json: Any, at path: [String] = []) -> [String] {
    switch json {
    case let object as [String: Any]: object.flatMap { identified($0.value, at: path + [$0.key]) }
    case let list as [Any]: list.flatMap { identified($0, at: path) }
    case let text as String where text.hasPrefix("<") && !text.hasPrefix("<own "): [path.joined(separator: ".")]
    default: []
    }
  }

  /// The bytes of a message whose JSON names its fields as the `.proto` file does.
  func bytes(of json: [String: Any], as name: String) throws -> [UInt8] {
    guard let message = messages[name] else { throw TestFailure("no message is called \(name)") }
    var bytes: [UInt8] = []
    for (key, value) in json {
      guard let field = message.field.first(where: { $0.name == key }) else {
        throw TestFailure("\(name) has no field \(key)")
      }
      for value in value as? [Any] ?? [value] { bytes += try self.bytes(of: value, for: field) }
    }
    return bytes
  }

  private func bytes(of value: Any, for field: Google_Protobuf_FieldDescriptorProto) throws -> [UInt8] {
    let type = String(field.typeName.dropFirst())
    switch (field.type, value) {
    case (.message, let value as [String: Any]):
      return delimited(try bytes(of: value, as: type), for: field)
    case (.string, let value as String), (.bytes, let value as String):
      return delimited(Array(value.utf8), for: field)
    case (.enum, let value as String):
      guard let number = enums[type]?.value.first(where: { $0.name == value })?.number else {
        throw TestFailure("\(type) has no value \(value)")
      }
      return Self.varint(UInt64(field.number) << 3) + Self.varint(UInt64(number))
    case (.bool, let value as Bool):
      return Self.varint(UInt64(field.number) << 3) + [value ? 1 : 0]
    case (.uint32, let value), (.uint64, let value), (.int32, let value), (.int64, let value):
      // An id that is a number stands in a template as a text.
      guard let number = UInt64("\(value)") else { throw TestFailure("\(field.name) is no number") }
      return Self.varint(UInt64(field.number) << 3) + Self.varint(number)
    default:
      throw TestFailure("\(field.name) cannot be made from JSON here")
    }
  }

  private func delimited(_ bytes: [UInt8], for field: Google_Protobuf_FieldDescriptorProto) -> [UInt8] {
    Self.varint(UInt64(field.number) << 3 | 2) + Self.varint(UInt64(bytes.count)) + bytes
  }

  private static func varint(_ number: UInt64) -> [UInt8] {
    var rest = number
    var bytes: [UInt8] = []
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
