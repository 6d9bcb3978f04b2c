internal import Crypto
internal import Foundation

/// The hexadecimal digits that a SHA-256 begins with.
enum Digest {
  /// - Parameter count: even, at most 64.
  static func digits(_ count: Int, of data: Data) -> String {
    SHA256.hash(data: data).prefix(count / 2).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0\(digits)" : digits
    }.joined()
  }
}
