internal import Foundation

extension Caller {
  /// Checks that a request for a customer is about the caller's own account: a server's accounts are apart, and no key
  /// is above them.
  ///
  /// - Parameter customer: an account's id; empty is the caller's own.
  /// - Throws: INVALID_ARGUMENT for what is no id; PERMISSION_DENIED for another account's.
  package func check(customer: String) throws(GatewayError) {
    guard !customer.isEmpty else { return }
    guard try Identifier.uuid(customer, field: "customerId") == accountID else {
      throw GatewayError(.permissionDenied, "customerId: a key sees and manages its own account alone")
    }
  }
}
