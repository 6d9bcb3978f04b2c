/// Addresses that are not some server's on the public Internet.
///
/// All of the IANA special-purpose registries for IPv4 and IPv6 are in the table, those that are globally reachable too:
/// no picture lies at a relay or a sink. IPv6 that carries an IPv4 address within (mapped, compatible, NAT64, 6to4, Teredo)
/// is refused whole, for where such a packet goes in the end is up to the network.
struct SpecialNetwork: Sendable {
  let network: AddressNetwork
  /// What an operator reads in the log.
  let use: String

  /// - Returns: nil for a public address.
  static func use(of address: IPAddress) -> String? {
    if let special = table.first(where: { $0.network.contains(address) }) { return special.use }
    if case .v6 = address, !globalUnicast.contains(address) { return "not assigned for global unicast" }
    return nil
  }

  /// The only part of IPv6 out of which addresses are given to servers (RFC 4291, 2.4; IANA).
  private static let globalUnicast = v6(0x2000, prefix: 3)

  static let table: [SpecialNetwork] = [
    of(v4(0, 0, 0, 0, prefix: 8), "this network"),
    of(v4(10, 0, 0, 0, prefix: 8), "private use"),
    of(v4(100, 64, 0, 0, prefix: 10), "shared between a provider's customers"),
    of(v4(127, 0, 0, 0, prefix: 8), "loopback"),
    of(v4(168, 63, 129, 16, prefix: 32), "a cloud's own services to its machines"),
    of(v4(169, 254, 0, 0, prefix: 16), "link-local, and clouds' metadata"),
    of(v4(172, 16, 0, 0, prefix: 12), "private use"),
    of(v4(192, 0, 0, 0, prefix: 24), "protocol assignments"),
    of(v4(192, 0, 2, 0, prefix: 24), "documentation"),
    of(v4(192, 31, 196, 0, prefix: 24), "a sink for reverse look-ups"),
    of(v4(192, 52, 193, 0, prefix: 24), "multicast tunnelling"),
    of(v4(192, 88, 99, 0, prefix: 24), "6to4 relays"),
    of(v4(192, 168, 0, 0, prefix: 16), "private use"),
    of(v4(192, 175, 48, 0, prefix: 24), "a sink for reverse look-ups"),
    of(v4(198, 18, 0, 0, prefix: 15), "benchmarks"),
    of(v4(198, 51, 100, 0, prefix: 24), "documentation"),
    of(v4(203, 0, 113, 0, prefix: 24), "documentation"),
    of(v4(224, 0, 0, 0, prefix: 4), "multicast"),
    of(v4(240, 0, 0, 0, prefix: 4), "reserved, and broadcast"),

    of(v6(0, prefix: 128), "unspecified"),
    of(v6(0, 0, 0, 0, 0, 0, 0, 1, prefix: 128), "loopback"),
    of(v6(0, prefix: 96), "IPv4-compatible"),
    of(v6(0, 0, 0, 0, 0, 0xffff, prefix: 96), "IPv4-mapped"),
    of(v6(0, 0, 0, 0, 0xffff, 0, prefix: 96), "IPv4-translated"),
    of(v6(0x64, 0xff9b, prefix: 96), "NAT64"),
    of(v6(0x64, 0xff9b, 1, prefix: 48), "NAT64 of a local network"),
    of(v6(0x100, prefix: 64), "discarded"),
    of(v6(0x2001, prefix: 23), "protocol assignments, Teredo among them"),
    of(v6(0x2001, 0xdb8, prefix: 32), "documentation"),
    of(v6(0x2002, prefix: 16), "6to4"),
    of(v6(0x2620, 0x4f, 0x8000, prefix: 48), "a sink for reverse look-ups"),
    of(v6(0x3fff, prefix: 20), "documentation"),
    of(v6(0x5f00, prefix: 16), "segment routing"),
    of(v6(0xfc00, prefix: 7), "unique-local"),
    of(v6(0xfe80, prefix: 10), "link-local"),
    of(v6(0xfec0, prefix: 10), "site-local"),
    of(v6(0xff00, prefix: 8), "multicast"),
  ]

  private static func of(_ network: AddressNetwork, _ use: String) -> SpecialNetwork {
    SpecialNetwork(network: network, use: use)
  }

  private static func v4(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, prefix: Int) -> AddressNetwork {
    AddressNetwork(.v4(a << 24 | b << 16 | c << 8 | d), prefix)
  }

  /// - Parameter groups: the address's first groups of 16 bits; the others are 0.
  private static func v6(_ groups: UInt16..., prefix: Int) -> AddressNetwork {
    var bits: UInt128 = 0
    for place in 0..<8 { bits = bits << 16 | UInt128(place < groups.count ? groups[place] : 0) }
    return AddressNetwork(.v6(bits), prefix)
  }
}

extension IPAddress {
  /// Whether it may be some server's on the public Internet.
  package var isPublic: Bool { SpecialNetwork.use(of: self) == nil }
}
