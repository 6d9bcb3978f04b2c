internal import Foundation

/// The words of a serialized ContentData, which searches look at: its field 2. No more of the wire is known here.
enum WireContentText {
  private static let textField: UInt64 = 2

  /// - Returns: nil where it has no text, or is no such message.
  static func text(of data: Data) -> String? {
    var bytes = data[...]
    while !bytes.isEmpty {
      guard let tag = varint(&bytes), let field = field(&bytes, type: tag & 7) else { return nil }
      if tag >> 3 == textField, tag & 7 == 2 { return String(decoding: field, as: UTF8.self) }
    }
    return nil
  }

  /// The same as it is compared. A megabyte takes milliseconds: not for the writer's thread.
  static func folded(of data: Data) -> Data? { text(of: data).map(folded) }

  /// As it is compared: without the case of its letters. Bytes, for a text may have zeros in it.
  static func folded(_ text: String) -> Data { Data(text.lowercased().utf8) }

  /// A field's bytes, by its type on the wire.
  private static func field(_ bytes: inout Data, type: UInt64) -> Data? {
    switch type {
    case 0:
      let start = bytes
      guard varint(&bytes) != nil else { return nil }
      return start.prefix(start.count - bytes.count)
    case 1: return take(8, of: &bytes)
    case 2: return varint(&bytes).flatMap { Int(exactly: $0) }.flatMap { take($0, of: &bytes) }
    case 5: return take(4, of: &bytes)
    default: return nil
    }
  }

  private static func take(_ count: Int, of bytes: inout Data) -> Data? {
    guard count <= bytes.count else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  private static func varint(_ bytes: inout Data) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let byte = bytes.popFirst() else { return nil }
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return value }
    }
    return nil
  }
}
