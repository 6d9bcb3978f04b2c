internal import Crypto
internal import Foundation

extension UUID {
  /// The id that follows from a name, so that it is the same on every machine: a UUID of version 5 (RFC 9562) under
  /// another id.
  static func named(_ name: String, in space: UUID) -> UUID {
    var hash = Insecure.SHA1()
    withUnsafeBytes(of: space.uuid) { hash.update(bufferPointer: $0) }
    hash.update(data: Data(name.utf8))
    var bytes = UUID().uuid
    withUnsafeMutableBytes(of: &bytes) { buffer in
      buffer.copyBytes(from: Array(hash.finalize().prefix(16)))
      buffer[6] = buffer[6] & 0x0f | 0x50
      buffer[8] = buffer[8] & 0x3f | 0x80
    }
    return UUID(uuid: bytes)
  }
}
