import Foundation
import Testing

@testable import GuardedFetching

@Suite struct IPAddressTests {
  /// The forms of RFC 4291 and the one form of IPv4 are read as the bits that they stand for.
  @Test(arguments: [
    ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"), ("8.8.4.4", "8.8.4.4"),
    ("::", "0:0:0:0:0:0:0:0"), ("::1", "0:0:0:0:0:0:0:1"), ("1::", "1:0:0:0:0:0:0:0"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"),
    ("2001:DB8::00fF", "2001:db8:0:0:0:0:0:ff"), ("::ffff:1.2.3.4", "0:0:0:0:0:ffff:102:304"),
    ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("64:ff9b::192.0.2.1", "64:ff9b:0:0:0:0:c000:201"),
  ])
  func readsAddresses(text: String, expected: String) throws {
    #expect(try #require(IPAddress(text)).description == expected)
  }

  /// What only some readers take for an address is none.
  @Test(arguments: [
    "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.04", "0x1.2.3.4", "1.2.3.", ".1.2.3", "1..2.3",
    "1.2.3.4 ", " 1.2.3.4", "+1.2.3.4", "1.2.3.4/8", ":", ":::", "1:::2", "::1::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "1:2:3:4::5:6:7:8", ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:", "12345::", "g::", "fe80::1%1", "1.2.3.4::",
    "::1.2.3", "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "[::1]", "::ffff:01.2.3.4", "1.2.3.4\u{0}",
  ])
  func refusesOtherForms(text: String) {
    #expect(IPAddress(text) == nil)
  }

  /// On 40,000 texts made of an address's characters, the reader and the system's strict reader say the same.
  @Test func agreesWithTheSystem() {
    var generator = SeededGenerator(seed: 1)
    let parts = [
      "::", ":", ":", ".", "0", "1", "ffff", "a9fe", "255", "256", "7f", "127.0.0.1", "00001", "%1", "64:ff9b",
    ]
    var addresses = 0
    for round in 0..<40_000 {
      var text = ""
      if round % 2 == 0 {
        for _ in 0..<Int.random(in: 1...12, using: &generator) { text += parts.randomElement(using: &generator) ?? "" }
      } else {
        let groups = (0..<Int.random(in: 6...8, using: &generator)).map { _ in
          Bool.random(using: &generator)
            ? "" : String(UInt16.random(in: 0 ... .max, using: &generator), radix: 16)
        }
        text = groups.joined(separator: ":")
      }
      let expected = Self.system(text)
      #expect(IPAddress(text) == expected, "\(text)")
      if expected != nil { addresses += 1 }
    }
    // So many that the agreement means something.
    #expect(addresses > 1_000)
  }

  /// Bits, bytes and text say the same address.
  @Test func survivesAllForms() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1_000 {
      let high = UInt64.random(in: 0 ... .max, using: &generator)
      let low = UInt64.random(in: 0 ... .max, using: &generator)
      for address in [IPAddress.v4(UInt32(high >> 32)), .v6(UInt128(high) << 64 | UInt128(low))] {
        #expect(IPAddress(address.description) == address)
        #expect(IPAddress(bytes: address.bytes) == address)
      }
    }
    #expect(IPAddress(bytes: [1, 2, 3]) == nil)
  }

  private static func system(_ text: String) -> IPAddress? {
    var v4 = in_addr()
    if inet_pton(AF_INET, text, &v4) == 1 { return .v4(UInt32(bigEndian: v4.s_addr)) }
    var v6 = in6_addr()
    guard inet_pton(AF_INET6, text, &v6) == 1 else { return nil }
    return withUnsafeBytes(of: &v6) { IPAddress(bytes: $0) }
  }
}
