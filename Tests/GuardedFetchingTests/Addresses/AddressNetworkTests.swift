import Testing

@testable import GuardedFetching

@Suite struct AddressNetworkTests {
  /// A network has the addresses with its prefix, at both ends, and no other family's.
  @Test(arguments: [
    ("10.0.0.0/8", ["10.0.0.0", "10.255.255.255"], ["9.255.255.255", "11.0.0.0", "::10.0.0.0"]),
    ("127.0.0.1", ["127.0.0.1"], ["127.0.0.0", "127.0.0.2"]),
    ("0.0.0.0/0", ["0.0.0.0", "255.255.255.255"], ["::"]),
    ("192.168.2.128/25", ["192.168.2.128", "192.168.2.255"], ["192.168.2.127", "192.168.3.0"]),
    ("fd00::/8", ["fd00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], ["fcff::", "fe00::", "253.0.0.0"]),
    ("::/0", ["::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], ["0.0.0.0"]),
    ("::1/128", ["::1"], ["::", "::2"]),
  ])
  func contains(text: String, inside: [String], outside: [String]) throws {
    let network = try #require(AddressNetwork(text))
    for address in inside { #expect(network.contains(try #require(IPAddress(address))), "\(address)") }
    for address in outside { #expect(!network.contains(try #require(IPAddress(address))), "\(address)") }
  }

  /// A network that is not written properly is none, one with bits behind its prefix neither.
  @Test(arguments: [
    "", "/", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/8/8", "10.0.0.1/8", "10/8", "::/129",
    "fd00::1/8", "10.0.0.0/999999999999999999999", "localhost/8", "/8",
  ])
  func refusesOtherTexts(text: String) {
    #expect(AddressNetwork(text) == nil)
  }
}
