internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The messages of `google.protobuf`, whose JSON is not an object of their fields.
extension ProtoJSONVisitor {
  mutating func writeWellKnown<M: Message>(_ message: M) throws {
    if let any = message as? Google_Protobuf_Any {
      try writeAny(any)
    } else {
      out.append(contentsOf: try message.jsonUTF8Bytes() as [UInt8])
    }
  }

  /// Writes a packed message beside the address of its type; one of an unknown type stays packed, in base64.
  private mutating func writeAny(_ any: Google_Protobuf_Any) throws {
    out.append(UInt8(ascii: "{"))
    if !any.typeURL.isEmpty {
      JSONText.append(ascii: "\"@type\":", to: &out)
      JSONText.append(any.typeURL, to: &out)
      let name = any.typeURL.split(separator: "/").last.map(String.init) ?? ""
      if let type = DetailTypes.type(named: name) {
        try writeUnpacked(any, as: type)
      } else {
        JSONText.append(ascii: ",\"value\":", to: &out)
        JSONText.append(any.value, to: &out)
      }
    }
    out.append(UInt8(ascii: "}"))
  }

  private mutating func writeUnpacked<M: Message>(_ any: Google_Protobuf_Any, as type: M.Type) throws {
    let message = try M(serializedBytes: any.value)
    if let layout = catalogue.message(named: M.protoMessageName) {
      try writeMembers(of: message, as: layout)
    } else {
      JSONText.append(ascii: ",\"value\":", to: &out)
      try writeWellKnown(message)
    }
  }
}
