internal import Crypto
package import Foundation

/// What accepts an invite: made once, shown once.
package enum InviteCode {
  package static let prefix = "gavel_invite_"
  /// 32 bytes in base64.
  private static let letters = 43

  /// 256 random bits in URL-safe base64: nobody comes upon one by trying.
  package static func generate() -> String {
    prefix + SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }.base64URL
  }

  /// Whether a text has the form of a code, which costs no look-up to tell.
  package static func isCode(_ text: String) -> Bool {
    text.utf8.count == prefix.utf8.count + letters && text.hasPrefix(prefix)
  }

  /// What is kept of a code.
  package static func hash(_ code: String) -> Data { Data(SHA256.hash(data: Data(code.utf8))) }
}
