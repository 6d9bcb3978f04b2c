/// The addresses that begin with the same bits.
package struct AddressNetwork: Sendable, Hashable {
  let base: IPAddress
  let prefixLength: Int

  /// - Parameter text: an address and the length of its prefix (`10.0.0.0/8`), or an address alone. Nil where it is
  ///   neither, and where bits after the prefix are set: that is a slip of the pen more often than it is meant.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let base = IPAddress(String(parts[0])) else { return nil }
    var length = base.width
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy(ASCII.isDigit), let asked = Int(parts[1]), asked <= base.width else { return nil }
      length = asked
    }
    self.init(base, length)
    guard self.base == base else { return nil }
  }

  /// - Parameter prefixLength: from 0 to the address's width.
  init(_ address: IPAddress, _ prefixLength: Int) {
    self.base = address.prefix(prefixLength)
    self.prefixLength = prefixLength
  }

  package func contains(_ address: IPAddress) -> Bool {
    address.width == base.width && address.prefix(prefixLength) == base
  }
}

extension IPAddress {
  fileprivate var width: Int {
    switch self {
    case .v4: 32
    case .v6: 128
    }
  }

  fileprivate func prefix(_ length: Int) -> IPAddress {
    // A shift by the whole width leaves nothing: Swift's shifts are not taken modulo the width.
    switch self {
    case .v4(let bits): .v4(bits & (UInt32.max << (32 - length)))
    case .v6(let bits): .v6(bits & (UInt128.max << (128 - length)))
    }
  }
}
