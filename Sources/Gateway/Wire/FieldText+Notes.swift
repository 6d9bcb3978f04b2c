extension FieldText {
  /// - Throws: INVALID_ARGUMENT for a text over the limit, or with control characters other than those that lay out lines:
  ///   a database ends a text at a zero.
  static func requireNote(_ text: String, field: String, limit: Int) throws(GatewayError) {
    try requireLength(of: text, field: field, limit: limit)
    let isLayout: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\r" || $0 == "\t" }
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control || isLayout($0) }) else {
      throw GatewayError(.invalidArgument, "\(field): must be without control characters")
    }
  }
}
