import Testing

@testable import GuardedFetching

@Suite struct AddressRulesTests {
  /// An allowed network opens itself and nothing beside it; a refused one holds against everything.
  @Test(arguments: [
    ("10.1.2.3", true), ("10.1.3.1", false), ("10.1.2.66", false), ("127.0.0.1", false), ("8.8.8.8", true),
    ("9.9.9.9", false), ("fd00:1::5", true), ("fd00:2::5", false), ("::ffff:10.1.2.3", false),
  ])
  func exceptions(text: String, isAllowed: Bool) throws {
    let rules = AddressRules(
      allowed: ["10.1.2.0/24", "fd00:1::/32"].compactMap { AddressNetwork($0) },
      refused: ["10.1.2.64/26", "9.9.9.9"].compactMap { AddressNetwork($0) })
    #expect(rules.allow(try #require(IPAddress(text))) == isAllowed)
  }
}
