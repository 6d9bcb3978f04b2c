/// Says which addresses a name has. A fetch asks once for each host that it goes to, and connects to what was answered.
package protocol Resolver: Sendable {
  /// - Parameter name: a host name in lower case, without a final dot; never an address in any notation.
  /// - Returns: in the order of preference; empty where the name has none. It ends soon when its task is cancelled.
  func addresses(of name: String) async throws -> [IPAddress]
}
