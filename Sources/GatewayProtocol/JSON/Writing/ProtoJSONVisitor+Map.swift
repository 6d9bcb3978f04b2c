internal import SwiftProtobuf

/// Maps: objects whose members are sorted by key.
extension ProtoJSONVisitor {
  mutating func visitMapField<KeyType, ValueType: MapValueType>(
    fieldType: _ProtobufMap<KeyType, ValueType>.Type,
    value: _ProtobufMap<KeyType, ValueType>.BaseType,
    fieldNumber: Int
  ) throws {
    try writeMap(value, keyedBy: KeyType.self, fieldNumber) { visitor, element, field in
      visitor.bare = field
      try ValueType.visitSingular(value: element, fieldNumber: field.number, with: &visitor)
    }
  }

  mutating func visitMapField<KeyType, ValueType>(
    fieldType: _ProtobufEnumMap<KeyType, ValueType>.Type,
    value: _ProtobufEnumMap<KeyType, ValueType>.BaseType,
    fieldNumber: Int
  ) throws where ValueType.RawValue == Int {
    try writeMap(value, keyedBy: KeyType.self, fieldNumber) { visitor, element, field in
      visitor.write(element, of: visitor.catalogue.enumeration(of: field))
    }
  }

  mutating func visitMapField<KeyType, ValueType>(
    fieldType: _ProtobufMessageMap<KeyType, ValueType>.Type,
    value: _ProtobufMessageMap<KeyType, ValueType>.BaseType,
    fieldNumber: Int
  ) throws {
    try writeMap(value, keyedBy: KeyType.self, fieldNumber) { visitor, element, field in
      try visitor.write(element, as: visitor.catalogue.message(of: field))
    }
  }

  private mutating func writeMap<KeyType: MapKeyType, Element>(
    _ map: [KeyType.BaseType: Element],
    keyedBy: KeyType.Type,
    _ fieldNumber: Int,
    _ writeElement: (inout Self, Element, FieldLayout) throws -> Void
  ) throws {
    let field = try begin(fieldNumber)
    guard let entry = catalogue.message(of: field), entry.fields.count == 2 else {
      throw WireFormatError(.unwritable, "map `\(field.name)` is not among the embedded descriptors")
    }
    let entries = Array(map)
    out.append(UInt8(ascii: "{"))
    for position in Self.order(of: entries.map(\.key), as: KeyType.self) {
      let (key, element) = entries[position]
      separate()
      let start = out.count
      bare = entry.fields[0]
      try KeyType.visitSingular(value: key, fieldNumber: entry.fields[0].number, with: &self)
      if out[start] != UInt8(ascii: "\"") {
        out.insert(UInt8(ascii: "\""), at: start)
        out.append(UInt8(ascii: "\""))
      }
      out.append(UInt8(ascii: ":"))
      try writeElement(&self, element, entry.fields[1])
    }
    out.append(UInt8(ascii: "}"))
  }

  /// The positions of keys in their order.
  private static func order<KeyType: MapKeyType>(of keys: [KeyType.BaseType], as type: KeyType.Type) -> [Int] {
    // Nearly every key is text. Positions are sorted by it with code that was compiled for integers and text, which is
    // many times faster than sorting entries whose types are known at run time alone.
    if let texts = keys as? [String] {
      return texts.indices.sorted { texts[$0] < texts[$1] }
    }
    return keys.indices.sorted { KeyType._lessThan(lhs: keys[$0], rhs: keys[$1]) }
  }
}
