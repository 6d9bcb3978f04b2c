package import Foundation

/// Requests of other APIs from JSON, checked before anything is allocated for what is in them.
package enum BoundedJSON {
  /// Values of a body, lists, objects and names among them: a thousand parts have some five each.
  package static let valuesLimit = 20_000
  /// Objects and lists that stand in one another.
  package static let depthLimit = 32

  /// - Throws: INVALID_ARGUMENT naming the field that is wrong, and nothing of what it says; what the request's own
  ///   decoding throws.
  package static func decode<Request: Decodable>(
    _ type: Request.Type = Request.self, from body: Data
  ) throws(GatewayError) -> Request {
    try check(body)
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch let error as GatewayError {
      throw error
    } catch let error as DecodingError {
      throw GatewayError(error)
    } catch {
      throw malformed
    }
  }

  private static let malformed = GatewayError(.invalidArgument, "the body must be a JSON object in UTF-8")

  /// One pass over the brackets, commas and colons outside strings.
  private static func check(_ body: Data) throws(GatewayError) {
    // The decoder takes in UTF-16 and UTF-32 too, in which the bytes below are not what they seem; those have a zero in
    // their first character.
    guard let first = body.first(where: { !isBlank($0) }), first == UInt8(ascii: "{"), !body.prefix(4).contains(0)
    else { throw malformed }
    switch body.withUnsafeBytes({ size(of: $0) }) {
    case (_, let depth) where depth > depthLimit:
      throw GatewayError(.invalidArgument, "the body is nested more than \(depthLimit) deep")
    case (let values, _) where values > valuesLimit:
      throw GatewayError(.invalidArgument, "the body has more than \(valuesLimit) values")
    default: return
    }
  }

  /// How many values a body can have, and how deep they stand; counting ends over a limit.
  private static func size(of bytes: UnsafeRawBufferPointer) -> (values: Int, depth: Int) {
    var values = 0
    var (depth, deepest) = (0, 0)
    var position = 0
    while position < bytes.count, values <= valuesLimit, deepest <= depthLimit {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position = endOfString(bytes, after: position)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        deepest = max(deepest, depth)
        values += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ","), UInt8(ascii: ":"): values += 1
      default: break
      }
      position += 1
    }
    return (values, deepest)
  }

  /// The position after the closing quote, or the end.
  private static func endOfString(_ bytes: UnsafeRawBufferPointer, after quote: Int) -> Int {
    var position = quote + 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""): return position + 1
      default: position += 1
      }
    }
    return bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension GatewayError {
  /// What is wrong with a request's JSON, by its field.
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(field: (context.codingPath + [key]).fieldPath, "is required")
    case .valueNotFound(_, let context):
      self.init(field: context.codingPath.fieldPath, "must not be null")
    case .typeMismatch(let type, let context):
      self.init(field: context.codingPath.fieldPath, "must be \(Self.name(of: type))")
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      self.init(field: context.codingPath.fieldPath, "cannot be read")
    case .dataCorrupted:
      self.init(.invalidArgument, "the body is not valid JSON")
    @unknown default:
      self.init(.invalidArgument, "the body is not valid JSON")
    }
  }

  /// INVALID_ARGUMENT for one field.
  package init(field: String, _ complaint: String, reason: String? = nil) {
    let message = field.isEmpty ? "the body \(complaint)" : "\(field): \(complaint)"
    self.init(.invalidArgument, message, field: field.isEmpty ? nil : field, reason: reason)
  }

  private static func name(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is Double.Type, is Int.Type: "a number"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}

extension [any CodingKey] {
  /// `input[1].image_url.url`; a name that the caller chose is cut short.
  var fieldPath: String {
    var path = ""
    for key in self {
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += (path.isEmpty ? "" : ".") + key.stringValue.prefix(64)
      }
    }
    return path
  }
}
