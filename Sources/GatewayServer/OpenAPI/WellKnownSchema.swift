/// The schemas of the messages of `google.protobuf`, whose JSON is their own.
enum WellKnownSchema {
  private static let prefix = "google.protobuf."

  /// - Parameter name: a full name.
  /// - Returns: nil for a message of any other package.
  static func of(_ name: String) -> DocumentNode? {
    guard name.hasPrefix(prefix) else { return nil }
    switch name.dropFirst(prefix.count) {
    case "Timestamp": return ["type": "string", "format": "date-time"]
    case "Duration": return ["type": "string", "pattern": #"^-?[0-9]+(\.[0-9]{1,9})?s$"#]
    case "FieldMask": return ["type": "string"]
    case "Struct", "Empty": return ["type": "object"]
    case "ListValue": return ["type": "array", "items": [:]]
    case "Any":
      return [
        "type": "object", "description": "A message of any type, which `@type` names, and its fields.",
        "properties": ["@type": ["type": "string"]], "required": ["@type"], "additionalProperties": true,
      ]
    case "BoolValue": return ["type": "boolean"]
    case "StringValue": return ["type": "string"]
    case "BytesValue": return ["type": "string", "contentEncoding": "base64"]
    case "DoubleValue", "FloatValue": return ["type": "number"]
    case "Int32Value", "UInt32Value": return ["type": "integer"]
    case "Int64Value", "UInt64Value": return ["type": "string"]
    // `Value`: any JSON.
    default: return [:]
    }
  }

  /// Whether one parameter of a query can say a value of it.
  static func isText(_ name: String) -> Bool {
    [prefix + "Timestamp", prefix + "Duration"].contains(name)
  }
}
