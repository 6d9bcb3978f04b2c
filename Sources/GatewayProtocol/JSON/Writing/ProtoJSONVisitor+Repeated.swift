internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Fields of many values. Packed fields are led here by the defaults of `Visitor`.
extension ProtoJSONVisitor {
  mutating func visitRepeatedFloatField(value: [Float], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedDoubleField(value: [Double], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedInt32Field(value: [Int32], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedUInt32Field(value: [UInt32], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedInt64Field(value: [Int64], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { $0.write(quoted: $1) }
  }

  mutating func visitRepeatedUInt64Field(value: [UInt64], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { $0.write(quoted: $1) }
  }

  mutating func visitRepeatedSInt32Field(value: [Int32], fieldNumber: Int) throws {
    try visitRepeatedInt32Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedSInt64Field(value: [Int64], fieldNumber: Int) throws {
    try visitRepeatedInt64Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedFixed32Field(value: [UInt32], fieldNumber: Int) throws {
    try visitRepeatedUInt32Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedFixed64Field(value: [UInt64], fieldNumber: Int) throws {
    try visitRepeatedUInt64Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedSFixed32Field(value: [Int32], fieldNumber: Int) throws {
    try visitRepeatedInt32Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedSFixed64Field(value: [Int64], fieldNumber: Int) throws {
    try visitRepeatedInt64Field(value: value, fieldNumber: fieldNumber)
  }

  mutating func visitRepeatedBoolField(value: [Bool], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedStringField(value: [String], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedBytesField(value: [Data], fieldNumber: Int) throws {
    try writeArray(value, fieldNumber) { JSONText.append($1, to: &$0.out) }
  }

  mutating func visitRepeatedEnumField<E: Enum>(value: [E], fieldNumber: Int) throws {
    let field = try begin(fieldNumber)
    let enumeration = catalogue.enumeration(of: field)
    writeElements(value) { $0.write($1, of: enumeration) }
  }

  mutating func visitRepeatedMessageField<M: Message>(value: [M], fieldNumber: Int) throws {
    let field = try begin(fieldNumber)
    let layout = catalogue.message(of: field)
    try writeElements(value) { visitor, element throws(any Error) in try visitor.write(element, as: layout) }
  }

  private mutating func writeArray<Element>(
    _ values: [Element],
    _ fieldNumber: Int,
    _ write: (inout Self, Element) -> Void
  ) throws {
    _ = try begin(fieldNumber)
    writeElements(values, write)
  }

  private mutating func writeElements<Element, Failure: Error>(
    _ values: [Element],
    _ write: (inout Self, Element) throws(Failure) -> Void
  ) throws(Failure) {
    out.append(UInt8(ascii: "["))
    for value in values {
      separate()
      try write(&self, value)
    }
    out.append(UInt8(ascii: "]"))
  }
}
