internal import Foundation
internal import Testing

@testable internal import Gateway

/// What accepts an invite.
struct InviteCodeTests {
  /// A code has 256 bits that no other has, and the form that is asked for.
  @Test func isAKindOfItsOwn() {
    let codes = (0..<1_000).map { _ in InviteCode.generate() }
    #expect(Set(codes).count == 1_000 && codes.allSatisfy(InviteCode.isCode))
    #expect(Set(codes.map(InviteCode.hash)).count == 1_000)
    #expect(codes.allSatisfy { $0.hasPrefix("gavel_invite_") && $0.utf8.count == 13 + 43 })
  }

  /// What has not the form is looked up nowhere.
  @Test(arguments: ["", "gavel_invite_", APIKey.generate(), InviteCode.generate() + "a", " " + InviteCode.generate()])
  func knowsItsForm(text: String) {
    #expect(!InviteCode.isCode(text))
  }
}
