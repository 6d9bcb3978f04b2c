internal import Foundation

/// Ids as callers write them.
enum Identifier {
  /// - Throws: INVALID_ARGUMENT for what is not a UUID.
  static func policy(_ text: String) throws(GatewayError) -> UUID { try uuid(text, field: "policyId") }

  /// - Parameter field: the name of the request's field, for the message.
  static func uuid(_ text: String, field: String) throws(GatewayError) -> UUID {
    guard !text.isEmpty else { throw GatewayError(.invalidArgument, "\(field): is required") }
    guard let id = UUID(uuidString: text) else { throw GatewayError(.invalidArgument, "\(field): must be a UUID") }
    return id
  }

  /// Ids that a call names, each once, in the order of their first places.
  ///
  /// - Throws: INVALID_ARGUMENT naming the field, for what is no id, for too many, and for none where some are required.
  static func uuids(
    _ texts: [String], field: String, limit: Int, areRequired: Bool = false
  ) throws(GatewayError) -> [UUID] {
    guard !areRequired || !texts.isEmpty else {
      throw GatewayError(.invalidArgument, "\(field): at least one is required")
    }
    guard texts.count <= limit else { throw GatewayError(.invalidArgument, "\(field): must be at most \(limit) ids") }
    var ids: [UUID] = []
    var seen: Set<UUID> = []
    for text in texts {
      let id = try uuid(text, field: field)
      if seen.insert(id).inserted { ids.append(id) }
    }
    return ids
  }
}
