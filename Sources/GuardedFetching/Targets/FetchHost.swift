/// Where a URL leads: a name to look up, or an address.
package enum FetchHost: Sendable, Hashable {
  /// In lower case, without a final dot.
  case name(String)
  case address(IPAddress)

  /// As it stands in the header `Host`.
  var authority: String {
    switch self {
    case .name(let name): name
    case .address(.v4(let bits)): IPAddress.v4(bits).description
    case .address(.v6(let bits)): "[\(IPAddress.v6(bits))]"
    }
  }

  /// The name that a certificate must be for, and that TLS says in the open (SNI); nil where it is the address.
  var serverName: String? {
    if case .name(let name) = self { name } else { nil }
  }
}
