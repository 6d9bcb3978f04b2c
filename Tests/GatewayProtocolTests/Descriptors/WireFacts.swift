import SwiftProtobuf

/// Descriptors as lines of text: one a declaration, and below it, set in, one a field, value or method of it.
struct WireFacts {
  private(set) var lines: [String] = []

  init(of files: [Google_Protobuf_FileDescriptorProto]) {
    for file in files {
      lines.append("file \(file.name)")
      for descriptor in file.enumType { add(descriptor, in: file.package) }
      for descriptor in file.messageType { add(descriptor, in: file.package) }
      for descriptor in file.service { add(descriptor, in: file.package) }
    }
  }

  /// The first word of a line that declares something; "entry" for a line within one.
  static func kind(_ line: String) -> String {
    line.hasPrefix("  ") ? "entry" : String(line.prefix { $0 != " " })
  }

  /// The lines in an order of their own, each entry beside the declaration that it belongs to.
  static func sorted(_ lines: [String]) -> [String] {
    var declaration = ""
    return lines.map { line in
      guard kind(line) == "entry" else {
        declaration = line
        return line
      }
      return declaration + line
    }.sorted()
  }

  private mutating func add(_ message: Google_Protobuf_DescriptorProto, in scope: String) {
    let name = "\(scope).\(message.name)"
    lines.append("message \(short(name))")
    for field in message.field {
      var words = ["  \(field.number)", field.name]
      if field.label == .repeated { words.append("repeated") }
      if field.proto3Optional { words.append("optional") }
      words.append(field.typeName.isEmpty ? "\(field.type)" : short(String(field.typeName.dropFirst())))
      if field.hasOneofIndex, !field.proto3Optional {
        words.append("in \(message.oneofDecl[Int(field.oneofIndex)].name)")
      }
      lines.append(words.joined(separator: " "))
    }
    for descriptor in message.nestedType { add(descriptor, in: name) }
    for descriptor in message.enumType { add(descriptor, in: name) }
  }

  private mutating func add(_ enumeration: Google_Protobuf_EnumDescriptorProto, in scope: String) {
    lines.append("enum \(short("\(scope).\(enumeration.name)"))")
    lines += enumeration.value.map { "  \($0.number) \($0.name)" }
  }

  private mutating func add(_ service: Google_Protobuf_ServiceDescriptorProto, in scope: String) {
    lines.append("service \(short("\(scope).\(service.name)"))")
    lines += service.method.map { method in
      let output = (method.serverStreaming ? "stream " : "") + short(String(method.outputType.dropFirst()))
      return "  \(method.name) \(short(String(method.inputType.dropFirst()))) -> \(output)"
    }
  }

  private func short(_ name: String) -> String {
    for (package, word) in [("clavata.shared.v1.", "shared."), ("clavata.gateway.v1.", "gateway.")]
    where name.hasPrefix(package) {
      return word + name.dropFirst(package.count)
    }
    return name
  }
}
