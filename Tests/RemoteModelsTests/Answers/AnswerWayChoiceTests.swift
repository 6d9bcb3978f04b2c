import Testing

@testable import RemoteModels

@Suite struct AnswerWayChoiceTests {
  /// Log-probabilities until a server turns out not to know them, and never again after that.
  @Test func structuredIsRemembered() {
    var choice = AnswerWayChoice()
    #expect(choice.way == .logProbabilities && !choice.isFound)
    choice.found(.logProbabilities)
    #expect(choice.way == .logProbabilities && choice.isFound)
    choice.found(.structured)
    choice.found(.logProbabilities)
    #expect(choice.way == .structured && choice.isFound)
  }
}
