extension FieldText {
  /// Checks what is printed on terminals, and may be empty.
  ///
  /// - Throws: INVALID_ARGUMENT for a text over the limit, or with control characters.
  static func requirePrintable(_ text: String, field: String, limit: Int) throws(GatewayError) {
    guard text.utf8.count <= limit, !text.unicodeScalars.contains(where: \.isControl) else {
      throw GatewayError(
        .invalidArgument, "\(field): must be at most \(limit) bytes, with no control characters")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control || properties.generalCategory == .format }
}
