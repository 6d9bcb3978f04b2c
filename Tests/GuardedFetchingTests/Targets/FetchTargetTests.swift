import Testing

@testable import GuardedFetching

@Suite struct FetchTargetTests {
  /// A URL's parts, as they go into the connection and the request.
  @Test(arguments: [
    ("http://example.com", FetchScheme.http, "example.com", 80, "/"),
    ("HTTPS://EXAMPLE.com./A/b?C=%2F#d", .https, "example.com", 443, "/A/b?C=%2F"),
    ("http://example.com:443/", .http, "example.com:443", 443, "/"),
    ("https://example.com:443?x", .https, "example.com", 443, "/?x"),
    ("https://8.8.8.8:80/", .https, "8.8.8.8:80", 80, "/"),
    ("https://[2A00::1]/", .https, "[2a00:0:0:0:0:0:0:1]", 443, "/"),
    ("http://example.com/#/../..", .http, "example.com", 80, "/"),
  ])
  func parts(url: String, scheme: FetchScheme, authority: String, port: Int, resource: String) throws {
    let target = try FetchTarget(url, FetchConfiguration())
    #expect(target.scheme == scheme && target.authority == authority)
    #expect(target.port == port && target.resource == resource)
  }

  /// A private deployment's ports and names, and no others, once they are configured.
  @Test func configured() throws {
    var configuration = FetchConfiguration()
    configuration.ports = [9_000]
    configuration.addresses.allowed = ["10.0.0.0/8"].compactMap { AddressNetwork($0) }
    #expect(try FetchTarget("http://minio:9000/", configuration).authority == "minio:9000")
    #expect(try FetchTarget("http://10.1.1.1:9000/", configuration).host == .address(.v4(0x0a01_0101)))
    for url in ["http://minio/", "http://192.168.1.1:9000/", "http://10.1:9000/", "http://0xa.0.0.1:9000/"] {
      #expect(throws: FetchError.self) { try FetchTarget(url, configuration) }
    }
    configuration.schemes = [.https]
    #expect(throws: FetchError.invalidURL("the URL is not https")) { try FetchTarget("http://a:9000/", configuration) }
  }

  /// The longest URL is taken, and one byte more is not.
  @Test func length() throws {
    let url = "http://example.com/"
    let longest = url + String(repeating: "a", count: 2_048 - url.utf8.count)
    _ = try FetchTarget(longest, FetchConfiguration())
    #expect(throws: FetchError.self) { try FetchTarget(longest + "a", FetchConfiguration()) }
  }

  /// No address that is not public passes in any notation that the system would read: 20,000 addresses, each part of
  /// which is decimal, octal or hexadecimal, in one to four parts, with zeros in front and capital letters at random.
  @Test func oddNotations() throws {
    var generator = SeededGenerator(seed: 3)
    var refused = 0
    for round in 0..<20_000 {
      let bits = round % 4 == 0 ? UInt32.random(in: 0 ... .max, using: &generator) : Self.special(&generator)
      let text = Self.notation(of: bits, &generator)
      // The notation means what the test thinks it does.
      #expect(NaiveResolver.address(inAnyNotation: text) == .v4(bits), "\(text)")
      let canonical = IPAddress.v4(bits).description
      for host in [text, text + "."] {
        let target = try? FetchTarget("http://\(host)/", FetchConfiguration())
        if IPAddress.v4(bits).isPublic, text == canonical {
          #expect(target?.host == .address(.v4(bits)), "\(host)")
        } else {
          #expect(target == nil, "\(host)")
          refused += 1
        }
      }
    }
    #expect(refused > 30_000)
  }

  /// Whatever text the system takes for an IPv4 address, a URL's host never is a name for it, and never another address.
  @Test func agreesWithTheSystem() {
    var generator = SeededGenerator(seed: 4)
    let characters = Array("00112278899abfxX....")
    var read = 0
    for _ in 0..<100_000 {
      let length = Int.random(in: 1...14, using: &generator)
      let text = String((0..<length).map { _ in characters.randomElement(using: &generator) ?? "." })
      guard let address = NaiveResolver.address(inAnyNotation: text) else { continue }
      read += 1
      guard let target = try? FetchTarget("http://\(text)/", FetchConfiguration()) else { continue }
      #expect(target.host == .address(address) && address.isPublic, "\(text)")
    }
    #expect(read > 2_000)
  }

  private static func special(_ generator: inout SeededGenerator) -> UInt32 {
    let bases: [(UInt32, UInt32)] = [
      (0x0a00_0000, 8), (0x7f00_0000, 8), (0xa9fe_0000, 16), (0xac10_0000, 12), (0xc0a8_0000, 16), (0x6440_0000, 10),
      (0, 8), (0xe000_0000, 3),
    ]
    let (base, length) = bases.randomElement(using: &generator) ?? (0, 8)
    return base | UInt32.random(in: 0 ... .max, using: &generator) >> length
  }

  private static func notation(of bits: UInt32, _ generator: inout SeededGenerator) -> String {
    let count = Int.random(in: 1...4, using: &generator)
    var parts: [UInt32] = (0..<(count - 1)).map { bits >> (24 - 8 * UInt32($0)) & 0xff }
    // The last part takes all the bits that are left.
    parts.append(count == 1 ? bits : bits & UInt32.max >> (8 * UInt32(count - 1)))
    return parts.map { part in
      let zeros = String(repeating: "0", count: Int.random(in: 0...3, using: &generator))
      switch Int.random(in: 0...3, using: &generator) {
      case 0: return "0" + zeros + String(part, radix: 8)
      case 1: return "0x" + zeros + String(part, radix: 16)
      case 2: return "0X" + String(part, radix: 16, uppercase: true)
      default: return String(part)
      }
    }.joined(separator: ".")
  }
}
