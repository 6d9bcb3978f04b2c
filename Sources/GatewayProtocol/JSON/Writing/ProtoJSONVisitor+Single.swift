internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Fields of one value. The kinds that are not here are written as the kind of the same range that is.
extension ProtoJSONVisitor {
  mutating func visitSingularFloatField(value: Float, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularDoubleField(value: Double, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularInt32Field(value: Int32, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularUInt32Field(value: UInt32, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularInt64Field(value: Int64, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    write(quoted: value)
  }

  mutating func visitSingularUInt64Field(value: UInt64, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    write(quoted: value)
  }

  mutating func visitSingularBoolField(value: Bool, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularStringField(value: String, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularBytesField(value: Data, fieldNumber: Int) throws {
    _ = try begin(fieldNumber)
    JSONText.append(value, to: &out)
  }

  mutating func visitSingularEnumField<E: Enum>(value: E, fieldNumber: Int) throws {
    let field = try begin(fieldNumber)
    write(value, of: catalogue.enumeration(of: field))
  }

  mutating func visitSingularMessageField<M: Message>(value: M, fieldNumber: Int) throws {
    let field = try begin(fieldNumber)
    try write(value, as: catalogue.message(of: field))
  }

  /// Writes the name of an enum's value, or its number where it has no name.
  mutating func write<E: Enum>(_ value: E, of enumeration: EnumLayout?) {
    if let name = enumeration?.quoted[value.rawValue] {
      out.append(contentsOf: name)
    } else {
      JSONText.append(value.rawValue, to: &out)
    }
  }

  /// Writes an integer of 64 bits: in quotes, for not every reader of JSON keeps all its digits.
  mutating func write(quoted value: some BinaryInteger) {
    out.append(UInt8(ascii: "\""))
    JSONText.append(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }
}
