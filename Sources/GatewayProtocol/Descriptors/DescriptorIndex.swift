internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// Which file declares a name, and which files it needs: what reflection is answered from.
///
/// Files of what is kept, and never spoken, are not in it.
package struct DescriptorIndex: Sendable {
  package static let shared = DescriptorIndex()

  private static let keptPackage = "gavel.storage.v1"

  private let serialized: [Data]
  /// For each file: itself, then every file that it imports, by itself or through others.
  private let closures: [[Int]]
  private let filesByName: [String: Int]
  private let filesBySymbol: [String: Int]
  private let messages: Set<String>

  private init() {
    var serialized: [Data] = []
    var closures: [[Int]] = []
    var filesByName: [String: Int] = [:]
    var symbols = DeclaredSymbols()
    for (file, bytes) in zip(WireDescriptors.files, WireDescriptors.serializedFiles)
    where file.package != Self.keptPackage {
      let index = serialized.count
      var closure = [index]
      // INVARIANT: a file comes after those it imports, so that their closures are there.
      for imported in file.dependency.compactMap({ filesByName[$0] }).flatMap({ closures[$0] })
      where !closure.contains(imported) {
        closure.append(imported)
      }
      serialized.append(bytes)
      closures.append(closure)
      filesByName[file.name] = index
      symbols.add(file, at: index)
    }
    self.serialized = serialized
    self.closures = closures
    self.filesByName = filesByName
    filesBySymbol = symbols.files
    messages = symbols.messages
  }

  /// The file of this name, then those it needs: a serialized `FileDescriptorProto` each.
  package func files(named name: String) -> [Data]? {
    filesByName[name].map(closure)
  }

  /// The file that declares what has this full name (a service, method, message, field, oneof, enum or enum value), then
  /// those it needs.
  package func files(declaring symbol: String) -> [Data]? {
    filesBySymbol[symbol].map(closure)
  }

  /// Whether a message has this full name.
  package func hasMessage(named name: String) -> Bool {
    messages.contains(name)
  }

  private func closure(of file: Int) -> [Data] {
    closures[file].map { serialized[$0] }
  }
}

/// The full names that files declare.
private struct DeclaredSymbols {
  var files: [String: Int] = [:]
  var messages: Set<String> = []

  mutating func add(_ file: Google_Protobuf_FileDescriptorProto, at index: Int) {
    for service in file.service {
      let name = "\(file.package).\(service.name)"
      files[name] = index
      for method in service.method { files["\(name).\(method.name)"] = index }
    }
    for message in file.messageType { add(message, within: file.package, at: index) }
    for declared in file.enumType { add(declared, within: file.package, at: index) }
  }

  private mutating func add(_ message: Google_Protobuf_DescriptorProto, within scope: String, at index: Int) {
    let name = "\(scope).\(message.name)"
    files[name] = index
    messages.insert(name)
    for field in message.field { files["\(name).\(field.name)"] = index }
    for oneof in message.oneofDecl { files["\(name).\(oneof.name)"] = index }
    for nested in message.nestedType { add(nested, within: name, at: index) }
    for declared in message.enumType { add(declared, within: name, at: index) }
  }

  /// The values of an enum are names of the scope around it.
  private mutating func add(_ declared: Google_Protobuf_EnumDescriptorProto, within scope: String, at index: Int) {
    files["\(scope).\(declared.name)"] = index
    for value in declared.value { files["\(scope).\(value.name)"] = index }
  }
}
