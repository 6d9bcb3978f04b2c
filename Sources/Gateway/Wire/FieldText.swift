internal import Foundation

/// Checks of what callers write into a field.
enum FieldText {
  /// - Throws: INVALID_ARGUMENT for what cannot be a name.
  static func requireName(_ name: String, field: String = "name", limit: Int) throws(GatewayError) {
    guard !name.isEmpty, name.utf8.count <= limit, name == name.trimmingCharacters(in: .whitespacesAndNewlines) else {
      throw GatewayError(.invalidArgument, "\(field): must be 1 to \(limit) bytes without white space around it")
    }
    try requirePrintable(name, field: field)
  }

  /// - Throws: INVALID_ARGUMENT for a text over the limit.
  static func requireLength(of text: String, field: String, limit: Int) throws(GatewayError) {
    guard text.utf8.count <= limit else {
      throw GatewayError(.invalidArgument, "\(field): must be at most \(limit) bytes")
    }
  }

  /// Checks what is kept, of whatever signs.
  ///
  /// - Throws: INVALID_ARGUMENT for a text over the limit, or with a zero in it.
  static func requireText(_ text: String, field: String, limit: Int) throws(GatewayError) {
    try requireLength(of: text, field: field, limit: limit)
    try requireWhole(text, field: field)
  }

  /// - Throws: INVALID_ARGUMENT for a text with a zero in it: the database would keep what is before it and no more.
  static func requireWhole(_ text: String, field: String) throws(GatewayError) {
    guard !text.utf8.contains(0) else {
      throw GatewayError(.invalidArgument, "\(field): must be without zeros")
    }
  }
}
