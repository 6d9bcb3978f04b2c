internal import SwiftProtobuf

/// What a field that is not a message of its own looks like in JSON.
struct ScalarForm {
  /// What is expected, in words.
  let words: String
  /// What a value of the field may begin like.
  let shapes: Set<JSONScanner.Shape>
  private let read: @Sendable ([UInt8]) throws -> Void

  /// Whether these bytes, one JSON value, can be read into the field.
  func accepts(_ json: [UInt8]) -> Bool {
    do {
      try read(json)
      return true
    } catch {
      return false
    }
  }

  // Each scalar has a message that wraps it and has its very JSON, so what is tried here is what reading does.
  init(_ field: FieldLayout) {
    switch field.kind {
    case .double:
      self.init("a number", [.number], Google_Protobuf_DoubleValue.self)
    case .float:
      self.init("a number that single precision can hold", [.number], Google_Protobuf_FloatValue.self)
    case .int32, .sint32, .sfixed32:
      self.init("a whole number of 32 bits", [.number], Google_Protobuf_Int32Value.self)
    case .uint32, .fixed32:
      self.init("a whole number of 32 bits, not negative", [.number], Google_Protobuf_UInt32Value.self)
    case .int64, .sint64, .sfixed64:
      self.init("a whole number of 64 bits", [.number, .text], Google_Protobuf_Int64Value.self)
    case .uint64, .fixed64:
      self.init("a whole number of 64 bits, not negative", [.number, .text], Google_Protobuf_UInt64Value.self)
    case .bool:
      self.init("true or false", [.truth], Google_Protobuf_BoolValue.self)
    case .string:
      self.init("a string", [.text], Google_Protobuf_StringValue.self)
    case .bytes:
      self.init("a string of base64", [.text], Google_Protobuf_BytesValue.self)
    case .enum:
      self.init("the name or the number of an enum's value", [.text, .number]) { json in
        if json.first != UInt8(ascii: "\"") {
          _ = try Google_Protobuf_Int32Value(jsonUTF8Bytes: json)
        }
      }
    case .message where field.typeName == Google_Protobuf_Timestamp.protoMessageName:
      self.init("a time such as \"2026-01-31T12:00:00Z\"", [.text], Google_Protobuf_Timestamp.self)
    case .message where field.typeName == Google_Protobuf_Duration.protoMessageName:
      self.init("a duration such as \"1.5s\"", [.text], Google_Protobuf_Duration.self)
    case .message, .group:
      self.init("another value", [.object, .list, .text, .number, .truth, .null]) { _ in }
    }
  }

  private init<M: Message>(_ words: String, _ shapes: Set<JSONScanner.Shape>, _ type: M.Type) {
    self.init(words, shapes) { json in _ = try M(jsonUTF8Bytes: json) }
  }

  private init(_ words: String, _ shapes: Set<JSONScanner.Shape>, _ read: @escaping @Sendable ([UInt8]) throws -> Void)
  {
    self.words = words
    self.shapes = shapes
    self.read = read
  }
}
