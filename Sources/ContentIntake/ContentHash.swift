internal import Crypto

/// The hash that names a content: `sha256::` and the hex of the SHA-256 of its bytes.
///
/// A cryptographic hash, since it keys caches that many callers share: nobody can aim for another's entry.
package enum ContentHash {
  package static let prefix = "sha256::"

  package static func hash(of text: String) -> String {
    var text = text
    return text.withUTF8 { hash(of: UnsafeRawBufferPointer($0)) }
  }

  package static func hash(of bytes: UnsafeRawBufferPointer) -> String {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    let digest = hasher.finalize()
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: prefix.utf8.count + 64) { buffer in
      var end = buffer.update(fromContentsOf: prefix.utf8)
      for byte in digest {
        buffer[end] = digits[Int(byte >> 4)]
        buffer[end + 1] = digits[Int(byte & 15)]
        end += 2
      }
      return end
    }
  }
}
