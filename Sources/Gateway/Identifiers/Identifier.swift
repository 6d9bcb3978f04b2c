package import Foundation

/// Ids as callers write them.
package enum Identifier {
  /// - Throws: INVALID_ARGUMENT for what is not a UUID.
  package static func policy(_ text: String) throws(GatewayError) -> UUID { try uuid(text, field: "policyId") }

  /// - Parameter field: the name of the request's field, for the message.
  package static func uuid(_ text: String, field: String) throws(GatewayError) -> UUID {
    guard !text.isEmpty else { throw GatewayError(.invalidArgument, "\(field): is required") }
    guard let id = UUID(uuidString: text) else { throw GatewayError(.invalidArgument, "\(field): must be a UUID") }
    return id
  }
}
