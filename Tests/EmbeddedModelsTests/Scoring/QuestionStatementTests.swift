import Testing

@testable import EmbeddedModels

@Suite struct QuestionStatementTests {
  /// A question is put as what it asks about.
  @Test(arguments: [
    ("is somebody being threatened?", "somebody being threatened"), ("Does the text mention a dog? ?", "a dog"),
    ("Is the author talking about money", "money"), ("is it sad", "sad"), ("are there weapons", "weapons"),
    ("does this post contain nudity", "nudity"), ("what is sold here?", "what is sold here"),
    ("does this text", "does this text"), ("is", "is"), ("?", ""), ("Can users buy it", "users buy it"),
    ("does content about drugs", "drugs"),
  ])
  func states(question: String, statement: String) {
    #expect(QuestionStatement.statement(of: question) == statement)
  }
}
