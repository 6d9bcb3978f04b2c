package import SwiftProtobuf

/// Messages from JSON in the form of grpc-gateway.
///
/// Names come in lowerCamelCase or as the `.proto` file has them, unknown ones are passed over, enums are names or
/// numbers, `null` leaves a field as it is, and an empty body is an empty message.
package enum ProtoJSONReader {
  /// How deep objects may stand in one another.
  package static let depthLimit = 100

  /// The message that the JSON says. The error names the field, or the line and column, that is wrong.
  package static func decode<M: Message>(
    _ type: M.Type = M.self,
    from bytes: [UInt8]
  ) throws(WireFormatError) -> M {
    guard bytes.contains(where: { !JSONScanner.isWhitespace($0) }) else { return M() }
    try MessageValues.check(JSONValueCount.of(bytes))
    return try decode(from: bytes, cutFrom: JSONOrigin())
  }

  /// The message that a piece of JSON says.
  static func decode<M: Message>(
    _ type: M.Type = M.self,
    from bytes: [UInt8],
    cutFrom origin: JSONOrigin
  ) throws(WireFormatError) -> M {
    if let position = UTF8Check.firstInvalid(in: bytes) {
      let byte = origin.place(of: position, in: bytes).byte
      throw WireFormatError(.invalidUTF8, "the body is not UTF-8 from byte \(byte) on")
    }
    var options = JSONDecodingOptions()
    options.ignoreUnknownFields = true
    options.messageDepthLimit = depthLimit - origin.depth
    do {
      return try M(jsonUTF8Bytes: bytes, options: options)
    } catch JSONDecodingError.messageDepthLimit {
      throw JSONDiagnosis.tooDeep
    } catch {
      let layout = WireCatalogue.shared.message(named: M.protoMessageName)
      throw JSONDiagnosis.explain(bytes, as: layout, cutFrom: origin)
    }
  }
}
