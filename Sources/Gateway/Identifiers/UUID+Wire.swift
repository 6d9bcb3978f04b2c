package import Foundation

extension UUID {
  /// As the wire spells ids: lower case.
  package var wire: String { uuidString.lowercased() }
}
