internal import Foundation

/// The ids that a call names, several at once.
enum ContentIDs {
  /// - Returns: in their order, none twice.
  /// - Throws: INVALID_ARGUMENT naming the field, for none, too many, or what is not a UUID.
  static func checked(
    _ ids: [String], field: String, limit: Int = ContentBounds.items
  ) throws(GatewayError) -> [UUID] {
    guard !ids.isEmpty else { throw GatewayError(.invalidArgument, "\(field): at least one is required") }
    guard ids.count <= limit else { throw GatewayError(.invalidArgument, "\(field): must be at most \(limit)") }
    var checked: [UUID] = []
    var seen: Set<UUID> = []
    for id in ids {
      let id = try Identifier.uuid(id, field: field)
      if seen.insert(id).inserted { checked.append(id) }
    }
    return checked
  }
}
