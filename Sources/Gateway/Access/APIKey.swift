internal import Crypto
package import Foundation

/// An API key in the clear: made once, shown once.
package enum APIKey {
  /// Every key that Gavel makes starts with it, so that secret scanners can know one.
  package static let prefix = "gavel_"
  /// A key that somebody chose must have at least this many bytes.
  package static let minimumBytes = 16
  package static let maximumBytes = 512
  package static let suffixCharacters = 6

  /// 256 random bits in URL-safe base64.
  package static func generate() -> String {
    prefix + SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64URL
  }

  /// What is kept of a key.
  package static func hash(_ key: String) -> Data { Data(SHA256.hash(data: Data(key.utf8))) }

  /// Compares without telling by its time where two hashes differ.
  package static func hashesAreEqual(_ lhs: Data, _ rhs: Data) -> Bool {
    guard lhs.count == rhs.count else { return false }
    return zip(lhs, rhs).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  package static func suffix(of key: String) -> String { String(key.suffix(suffixCharacters)) }
}
