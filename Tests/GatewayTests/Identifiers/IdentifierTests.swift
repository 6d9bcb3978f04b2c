internal import Foundation
internal import Testing

@testable internal import Gateway

/// Ids as callers write them.
struct IdentifierTests {
  /// Each id of a list stands once, where it came first.
  @Test func keepsTheOrder() throws {
    let (first, second) = (UUID(), UUID())
    let texts = [first.wire, second.wire, first.uuidString]
    #expect(try Identifier.uuids(texts, field: "ids", limit: 3) == [first, second])
    #expect(try Identifier.uuids([], field: "ids", limit: 3).isEmpty)
  }

  /// What is no list of ids is refused, naming the field.
  @Test(arguments: [
    ([String](), "ids: at least one is required"),
    ([UUID().wire, UUID().wire], "ids: must be at most 1 ids"),
    (["no id"], "ids: must be a UUID"),
    ([""], "ids: is required"),
  ])
  func refuses(_ texts: [String], message: String) {
    let error = #expect(throws: GatewayError.self) {
      try Identifier.uuids(texts, field: "ids", limit: 1, areRequired: true)
    }
    #expect(error?.code == .invalidArgument && error?.message == message)
  }
}
