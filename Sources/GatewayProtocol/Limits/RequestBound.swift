internal import SwiftProtobuf

/// Holds the requests of one method to ``MessageValues/limit`` before anything is made of their bytes.
package struct RequestBound: Sendable {
  /// Deeper messages are not read either.
  private static let depthLimit = 100

  private let layout: MessageLayout

  /// By `package.Service/Method`, for every method that the descriptors have.
  package static let all: [String: RequestBound] = {
    let catalogue = WireCatalogue.shared
    var bounds: [String: RequestBound] = [:]
    for file in WireDescriptors.files {
      for service in file.service {
        for method in service.method {
          guard let layout = catalogue.message(named: String(method.inputType.dropFirst())) else { continue }
          bounds["\(file.package).\(service.name)/\(method.name)"] = RequestBound(layout: layout)
        }
      }
    }
    return bounds
  }()

  /// - Parameter bytes: a message in the binary form. What is wrong with it is for whoever reads it.
  /// - Throws: `tooMany`.
  package func check(_ bytes: UnsafeRawBufferPointer) throws(WireFormatError) {
    var count = 0
    try Self.add(bytes, layout, depth: 0, to: &count)
  }

  private static func add(
    _ bytes: UnsafeRawBufferPointer, _ layout: MessageLayout, depth: Int, to count: inout Int
  ) throws(WireFormatError) {
    guard depth < depthLimit else { return }
    var reader = WireReader(bytes)
    while let field = reader.next() {
      // One of fields that have no length of their own cannot be told from its neighbours: each is counted.
      count += 1
      if let value = field.value, let known = layout.field(number: field.number) {
        count += elements(of: known, in: value)
        if let nested = WireCatalogue.shared.message(of: known) {
          try add(value, nested, depth: depth + 1, to: &count)
        }
      }
      try MessageValues.check(count)
    }
  }

  /// The most values that a field's bytes can hold beside those of a message that the catalogue has.
  private static func elements(of field: FieldLayout, in value: UnsafeRawBufferPointer) -> Int {
    switch field.kind {
    case .string, .bytes, .group: 0
    // Of the messages of `google.protobuf`, some hold lists; a value takes two bytes at least.
    case .message: field.typeIndex == nil ? value.count / 2 : 0
    case .double, .fixed64, .sfixed64: value.count / 8
    case .float, .fixed32, .sfixed32: value.count / 4
    case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .bool, .enum: value.count
    }
  }
}
