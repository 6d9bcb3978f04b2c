internal import Gateway
internal import Testing

struct ContentLabelsTests {
  /// Labels come back by name, each once.
  @Test func sortsLabels() throws {
    #expect(try ContentLabels.checked(["b", "a", "b", "ä", "two words"], field: "f") == ["a", "b", "two words", "ä"])
    #expect(try ContentLabels.checked([], field: "f") == [])
    let most = (0..<50).map(String.init) + (0..<50).map(String.init)
    #expect(try ContentLabels.checked(most, field: "f").count == 50)
  }

  /// What is no label, and what are too many, is refused with the field's name.
  @Test(arguments: [
    [""], [" a"], ["a\n"], ["a\u{0}b"], ["a\tb"], ["a\u{7f}"], [String(repeating: "é", count: 65)],
    (0...50).map(String.init), Array(repeating: "a", count: 1_001),
  ])
  func refuses(labels: [String]) throws {
    let error = try #require(throws: GatewayError.self) { try ContentLabels.checked(labels, field: "labels") }
    #expect(error.code == .invalidArgument && error.message.hasPrefix("labels: must be"))
  }
}
