internal import Foundation
internal import NIOCore

/// JSON of other APIs' answers.
enum CompatibilityJSON {
  /// Names in order, so that the same answer is always the same bytes.
  ///
  /// - Throws: what encoding throws; not for values that hold finite numbers alone.
  static func encode(_ value: some Encodable) throws -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ByteBuffer(bytes: try encoder.encode(value))
  }

  /// The same of an error, which has no number that JSON could not write.
  static func buffer(_ error: some Encodable) -> ByteBuffer { (try? encode(error)) ?? ByteBuffer(string: "{}") }
}
