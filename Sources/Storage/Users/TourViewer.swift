package import Foundation

/// Who is shown an introduction.
package enum TourViewer: Sendable, Hashable {
  case user(UUID)
  /// A key that is nobody's but the account's.
  case key(UUID)
}
