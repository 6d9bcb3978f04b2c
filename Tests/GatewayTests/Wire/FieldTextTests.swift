internal import Foundation
internal import Testing

@testable internal import Gateway

/// What callers write into fields.
struct FieldTextTests {
  private static let long = String(repeating: "a", count: 64)

  /// Addresses of the one plain form are taken.
  @Test(arguments: [
    "ada@example.com", "a@b", "a.b+c@x-y.example", "ADA_L@EXAMPLE.COM", "o'brien@example.org", "1@2.3",
    "\(String(repeating: "a", count: 64))@example.com",
  ])
  func takesAddresses(address: String) throws {
    try FieldText.requireEmail(address)
  }

  /// Everything else is refused, naming the field: nothing that could be taken for two addresses, a header or a
  /// command.
  @Test(arguments: [
    "", "@", "a@", "@b", "a", "a@b@c", "a b@c", "a@b c", ".a@b", "a.@b", "a..b@c", "a@.b", "a@b.", "a@b..c", "a@-b",
    "a@b-", "a@b_c", "a\n@b", "a@b\r\nBcc: c@d", "\u{0}@b", "ä@b", "a@ä.example", "\"a\"@b", "a@[127.0.0.1]", "<a@b>",
    "a@b,c@d", "a@b;", "\(long)a@b", "a@\(long)", "a@\(String(repeating: "b.", count: 130))c",
  ])
  func refusesOthers(address: String) {
    let error = #expect(throws: GatewayError.self) { try FieldText.requireEmail(address, field: "patch.email") }
    #expect(error?.code == .invalidArgument && error?.message.hasPrefix("patch.email: ") == true)
    #expect(address.count < 3 || error?.message.contains(address) == false)
  }

  /// A zero is refused wherever a text is kept: the database would end it there.
  @Test func refusesZeros() throws {
    try FieldText.requireWhole("a\n\u{1}", field: "text")
    for text in ["\u{0}", "a\u{0}", "a\u{0}b"] {
      #expect(throws: GatewayError.self) { try FieldText.requireWhole(text, field: "text") }
      #expect(throws: GatewayError.self) { try FieldText.requireText(text, field: "text", limit: 9) }
      #expect(throws: GatewayError.self) { try FieldText.requireName(text, limit: 9) }
    }
  }
}
