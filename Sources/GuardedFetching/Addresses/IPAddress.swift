/// An IP address as the bits that a connection goes to, in host order: a notation is read once and then gone.
package enum IPAddress: Sendable, Hashable {
  case v4(UInt32)
  case v6(UInt128)

  /// - Parameter text: four decimal numbers without leading zeros, or an IPv6 address as RFC 4291, 2.2 writes it, without
  ///   a zone; nil for all else, so for the older notations of IPv4 too.
  package init?(_ text: String) {
    self.init(text.utf8)
  }

  init?(_ text: some Collection<UInt8>) {
    // The longest form is an IPv6 address that ends in an IPv4 one.
    guard text.count <= 45 else { return nil }
    let text = Array(text)
    if let bits = Self.v4Bits(text[...]) {
      self = .v4(bits)
    } else if let bits = Self.v6Bits(text[...]) {
      self = .v6(bits)
    } else {
      return nil
    }
  }

  /// The address in network order: 4 or 16 bytes.
  var bytes: [UInt8] {
    switch self {
    case .v4(let bits): Swift.withUnsafeBytes(of: bits.bigEndian) { Array($0) }
    case .v6(let bits): Swift.withUnsafeBytes(of: bits.bigEndian) { Array($0) }
    }
  }

  /// - Parameter bytes: in network order; nil where they are neither 4 nor 16.
  init?(bytes: some Collection<UInt8>) {
    switch bytes.count {
    case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
    case 16: self = .v6(bytes.reduce(0) { $0 << 8 | UInt128($1) })
    default: return nil
    }
  }
}
