internal import SwiftProtobuf

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Writes the fields of a message as they are visited, and between them those that are not set.
///
/// INVARIANT: fields are visited in the order of their numbers, and `next` is the first field of `layout` that has not
/// been dealt with.
struct ProtoJSONVisitor: Visitor {
  var out: [UInt8]
  let catalogue = WireCatalogue.shared
  /// The field whose value is visited next without its name, for it is a key or a value of a map.
  var bare: FieldLayout?
  private var layout: MessageLayout?
  private var next = 0

  init(appendingTo out: [UInt8]) {
    self.out = out
  }

  /// Writes a whole message. Without a layout it is one of `google.protobuf`.
  mutating func write<M: Message>(_ message: M, as layout: MessageLayout?) throws {
    guard let layout else { return try writeWellKnown(message) }
    out.append(UInt8(ascii: "{"))
    try writeMembers(of: message, as: layout)
    out.append(UInt8(ascii: "}"))
  }

  /// Writes the members of a message into the object that is open.
  mutating func writeMembers<M: Message>(of message: M, as layout: MessageLayout) throws {
    let outer = (self.layout, next)
    self.layout = layout
    next = 0
    try message.traverse(visitor: &self)
    writeUnset(upTo: Int.max, in: layout)
    (self.layout, next) = outer
  }

  /// Writes the fields that come before this one and are not set, then this one's name.
  mutating func begin(_ number: Int) throws -> FieldLayout {
    if let field = bare {
      bare = nil
      return field
    }
    guard let layout else { throw Self.unknownField(number) }
    writeUnset(upTo: number, in: layout)
    guard next < layout.fields.count, layout.fields[next].number == number else { throw Self.unknownField(number) }
    let field = layout.fields[next]
    next += 1
    separate()
    out.append(contentsOf: field.key)
    return field
  }

  /// Writes a comma unless the object or array has only just been opened.
  mutating func separate() {
    guard let last = out.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else { return }
    out.append(UInt8(ascii: ","))
  }

  private mutating func writeUnset(upTo number: Int, in layout: MessageLayout) {
    while next < layout.fields.count, layout.fields[next].number < number {
      let field = layout.fields[next]
      next += 1
      if !field.unset.isEmpty {
        separate()
        out.append(contentsOf: field.unset)
      }
    }
  }

  private static func unknownField(_ number: Int) -> WireFormatError {
    WireFormatError(.unwritable, "field \(number) is not among the embedded descriptors")
  }

  /// Fields that came in unknown have no name, and so no JSON.
  mutating func visitUnknown(bytes: Data) {}
}
