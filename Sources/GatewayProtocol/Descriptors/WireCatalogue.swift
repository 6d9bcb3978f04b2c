internal import SwiftProtobuf

/// Every message and enum of the embedded descriptors, made once.
///
/// The messages of `google.protobuf` are left out: their JSON is their own.
final class WireCatalogue: Sendable {
  static let shared = WireCatalogue(files: WireDescriptors.files)

  /// The messages in the order of their full names, the entries of maps among them.
  let messages: [MessageLayout]
  private let enums: [EnumLayout]
  private let messageIndexes: [String: Int]

  init(files: [Google_Protobuf_FileDescriptorProto]) {
    var declared = DeclaredTypes()
    for file in files where file.package != "google.protobuf" {
      declared.add(messages: file.messageType, enums: file.enumType, within: file.package)
    }
    let messages = declared.messages.sorted { $0.key < $1.key }
    let enums = declared.enums.sorted { $0.key < $1.key }
    let messageIndexes = Self.indexes(of: messages.map(\.key))
    let enumIndexes = Self.indexes(of: enums.map(\.key))

    self.enums = enums.map { EnumLayout($0.value) }
    self.messageIndexes = messageIndexes
    self.messages = messages.map { name, message in
      let fields = message.field.map { field in
        let typeName = String(field.typeName.dropFirst())
        return FieldLayout(
          field,
          isMap: declared.messages[typeName]?.options.mapEntry ?? false,
          typeIndex: messageIndexes[typeName] ?? enumIndexes[typeName],
          zeroName: declared.enums[typeName]?.value.first { $0.number == 0 }?.name)
      }
      return MessageLayout(name: name, fields: fields)
    }
  }

  /// The message of this full name; nil for those of `google.protobuf`.
  func message(named name: String) -> MessageLayout? {
    messageIndexes[name].map { messages[$0] }
  }

  /// The message that a field's value is, or that its map's entries are; nil for those of `google.protobuf`.
  func message(of field: FieldLayout) -> MessageLayout? {
    guard field.kind == .message, let index = field.typeIndex else { return nil }
    return messages[index]
  }

  /// The enum that a field's value is.
  func enumeration(of field: FieldLayout) -> EnumLayout? {
    guard field.kind == .enum, let index = field.typeIndex else { return nil }
    return enums[index]
  }

  private static func indexes(of names: [String]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }
}

/// Descriptors by full name, nested ones included.
private struct DeclaredTypes {
  var messages: [String: Google_Protobuf_DescriptorProto] = [:]
  var enums: [String: Google_Protobuf_EnumDescriptorProto] = [:]

  mutating func add(
    messages: [Google_Protobuf_DescriptorProto],
    enums: [Google_Protobuf_EnumDescriptorProto],
    within scope: String
  ) {
    for descriptor in enums {
      self.enums["\(scope).\(descriptor.name)"] = descriptor
    }
    for descriptor in messages {
      let name = "\(scope).\(descriptor.name)"
      self.messages[name] = descriptor
      add(messages: descriptor.nestedType, enums: descriptor.enumType, within: name)
    }
  }
}
