internal import SwiftProtobuf

/// All that the `.proto` files declare, by full name, with the comments that stand there.
package struct DescribedTypes: Sendable {
  /// The messages of `google.protobuf` are not among them: their JSON is their own.
  package private(set) var messages: [String: DescribedMessage] = [:]
  package private(set) var enums: [String: DescribedEnum] = [:]
  /// By `package.Service/Method`.
  package private(set) var methods: [String: DescribedMethod] = [:]

  package init() {
    for file in WireDescriptors.files where file.package != "google.protobuf" {
      add(file, SourceComments(file))
    }
  }

  /// The values of a map; nil where the field is no map.
  package func mapValue(of field: DescribedField) -> DescribedField? {
    guard field.isRepeated, case .message(let name) = field.kind, let entry = messages[name], entry.isMapEntry else {
      return nil
    }
    return entry.fields.last
  }

  /// The numbers of a descriptor's fields, which are the steps of a path in its source info.
  private enum Step {
    static let messages: Int32 = 4
    static let enums: Int32 = 5
    static let services: Int32 = 6
    static let methods: Int32 = 2
    static let fields: Int32 = 2
    static let values: Int32 = 2
    static let nestedMessages: Int32 = 3
    static let nestedEnums: Int32 = 4
  }

  private mutating func add(_ file: Google_Protobuf_FileDescriptorProto, _ comments: SourceComments) {
    for (index, message) in file.messageType.enumerated() {
      add(message, within: file.package, at: [Step.messages, Int32(index)], comments)
    }
    for (index, declared) in file.enumType.enumerated() {
      add(declared, within: file.package, at: [Step.enums, Int32(index)], comments)
    }
    for (index, service) in file.service.enumerated() {
      let path = [Step.services, Int32(index)]
      let name = "\(file.package).\(service.name)"
      for (index, method) in service.method.enumerated() {
        methods["\(name)/\(method.name)"] = DescribedMethod(
          service: name, name: method.name, comment: comments[path + [Step.methods, Int32(index)]],
          serviceComment: comments[path], request: String(method.inputType.dropFirst()),
          response: String(method.outputType.dropFirst()))
      }
    }
  }

  private mutating func add(
    _ message: Google_Protobuf_DescriptorProto, within scope: String, at path: [Int32], _ comments: SourceComments
  ) {
    let name = "\(scope).\(message.name)"
    messages[name] = DescribedMessage(
      name: name, comment: comments[path],
      fields: message.field.enumerated().map { index, field in
        DescribedField(field, comment: comments[path + [Step.fields, Int32(index)]])
      },
      isMapEntry: message.options.mapEntry)
    for (index, nested) in message.nestedType.enumerated() {
      add(nested, within: name, at: path + [Step.nestedMessages, Int32(index)], comments)
    }
    for (index, declared) in message.enumType.enumerated() {
      add(declared, within: name, at: path + [Step.nestedEnums, Int32(index)], comments)
    }
  }

  private mutating func add(
    _ declared: Google_Protobuf_EnumDescriptorProto, within scope: String, at path: [Int32], _ comments: SourceComments
  ) {
    let name = "\(scope).\(declared.name)"
    enums[name] = DescribedEnum(
      name: name, comment: comments[path],
      values: declared.value.enumerated().map { index, value in
        DescribedEnum.Value(name: value.name, comment: comments[path + [Step.values, Int32(index)]])
      })
  }
}

extension DescribedField {
  fileprivate init(_ field: Google_Protobuf_FieldDescriptorProto, comment: String) {
    let typeName = String(field.typeName.dropFirst())
    let isRepeated = field.label == .repeated
    self.init(
      name: field.name, jsonName: field.jsonName, comment: comment, kind: Kind(field.type, typeName),
      isRepeated: isRepeated, hasPresence: !isRepeated && (field.hasOneofIndex || field.type == .message),
      isDeprecated: field.options.deprecated,
      oneof: field.hasOneofIndex && !field.proto3Optional ? Int(field.oneofIndex) : nil)
  }
}

extension DescribedField.Kind {
  fileprivate init(_ type: Google_Protobuf_FieldDescriptorProto.TypeEnum, _ typeName: String) {
    switch type {
    case .string: self = .text
    case .bytes: self = .bytes
    case .bool: self = .truth
    case .float: self = .single
    case .double: self = .double
    case .int32, .sint32, .sfixed32: self = .int32
    case .uint32, .fixed32: self = .uint32
    case .int64, .sint64, .sfixed64: self = .int64
    case .uint64, .fixed64: self = .uint64
    case .enum: self = .enumeration(typeName)
    case .message, .group: self = .message(typeName)
    }
  }
}

/// The comments of a file by the path to what they stand before.
private struct SourceComments {
  private let texts: [[Int32]: String]

  init(_ file: Google_Protobuf_FileDescriptorProto) {
    texts = Dictionary(
      file.sourceCodeInfo.location.map { ($0.path, Self.joined($0.leadingComments)) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(path: [Int32]) -> String { texts[path] ?? "" }

  /// Lines as they were wrapped become one; an empty line goes on to part paragraphs.
  private static func joined(_ comment: String) -> String {
    comment.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
      .split(separator: "")
      .map { $0.joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}
