import PolicyEvaluation
import Testing

@testable import RemoteModels

@Suite struct SignalQuestionTests {
  /// The wording of every form. A change here is a change of `ContentPrompt.version`, so that kept scores are not mixed.
  @Test(arguments: [
    (Feature.Kind.concept("dogs"), "Does the content show, or is it about, this: dogs?"),
    (
      .context(subject: "dogs", relation: "IN FRONT OF", object: "park"),
      """
      Does the content show both of these, "dogs" and "park", so that the first stands in the relation "in front of" to \
      the second ("dogs in front of park")?
      """
    ),
    (.question("is somebody being threatened"), "About the content: is somebody being threatened?"),
    (
      .fuzzy("hate"),
      """
      Does the content use the word or phrase "hate", misspelt or disguised too, or words that mean nearly the same?
      """
    ),
    (.sentiment("threatening"), "Is the tone of the content as a whole this: threatening?"),
  ])
  func wording(kind: Feature.Kind, text: String) {
    #expect(SignalQuestion(kind)?.text == text)
    #expect(ContentPrompt.version == "p1")
  }

  /// A word that is looked for is no question.
  @Test func exactIsNone() { #expect(SignalQuestion(.exact("cat")) == nil) }

  /// White space is one feature's own affair, and no line of the prompt.
  @Test func whiteSpaceRunsAsOne() {
    #expect(SignalQuestion(.concept("big \n\t dogs")) == SignalQuestion(.concept("big dogs")))
  }
}
