internal import Foundation

/// Labels that callers give contents and items: words of their own to find them by, with no meaning here.
package enum ContentLabels {
  /// - Returns: by name, none twice.
  /// - Throws: INVALID_ARGUMENT naming the field, for too many or for what is no label.
  package static func checked(_ labels: [String], field: String) throws(GatewayError) -> [String] {
    // Before they are sorted: as many as a message has could come.
    let distinct = Set(labels.prefix(ContentBounds.items))
    guard distinct.count <= ContentBounds.labels, labels.count <= ContentBounds.items else {
      throw GatewayError(.invalidArgument, "\(field): must be at most \(ContentBounds.labels)")
    }
    for label in distinct {
      try FieldText.requireName(label, field: field, limit: ContentBounds.labelBytes)
      try FieldText.requirePrintable(label, field: field)
    }
    return distinct.sorted()
  }
}

extension FieldText {
  /// - Throws: INVALID_ARGUMENT for a text with control characters, a zero among them: a database ends a text there.
  static func requirePrintable(_ text: String, field: String) throws(GatewayError) {
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw GatewayError(.invalidArgument, "\(field): must be without control characters")
    }
  }
}
