package import Foundation

/// What can happen to an invite, beside its being taken back.
package enum InviteEvent: Sendable, Hashable {
  /// It has a new code, by this hash, and is valid until then.
  case renewed(codeHash: Data, expires: Date)
  /// Whoever has the code has come.
  case accepted
}
