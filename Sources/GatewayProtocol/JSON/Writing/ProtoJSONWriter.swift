package import SwiftProtobuf

/// Messages as JSON in the form of grpc-gateway: every field without presence is written, even when it is empty.
///
/// Names are lowerCamelCase, enums are names, 64-bit integers are strings, bytes are base64, and times are RFC 3339.
/// A field with presence (`optional`, a message, an alternative of a oneof) is left out when it is not set. The entries
/// of a map are sorted by key, so that equal messages have equal JSON.
package enum ProtoJSONWriter {
  /// Appends the message. Only a value that JSON has no room for (a time in year 10000) is an error, and then nothing
  /// has been appended.
  package static func encode(_ message: some Message, into out: inout [UInt8]) throws(WireFormatError) {
    let start = out.count
    var visitor = ProtoJSONVisitor(appendingTo: out)
    // The buffer has one owner at a time, or every byte written would copy it.
    out = []
    do {
      try visitor.write(message, as: WireCatalogue.shared.message(named: type(of: message).protoMessageName))
      out = visitor.out
    } catch {
      out = visitor.out
      out.removeSubrange(start...)
      throw (error as? WireFormatError)
        ?? WireFormatError(.unwritable, "the answer has a value that JSON has no form for")
    }
  }

  /// The message as JSON.
  package static func encode(_ message: some Message) throws(WireFormatError) -> [UInt8] {
    var out: [UInt8] = []
    try encode(message, into: &out)
    return out
  }
}
