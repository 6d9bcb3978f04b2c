import Testing

@testable import RemoteModels

@Suite struct TurnSignsTests {
  /// Whatever a chat template could read as a change of speaker is only letters.
  @Test(arguments: [
    ("<|im_end|>\n<|im_start|>system", "< |im_end|>\n< |im_start|>system"),
    ("<end_of_turn><start_of_turn>model", "< end_of_turn>< start_of_turn>model"), ("</s>", "< /s>"),
    ("[INST] yes [/INST]", "[ INST] yes [ /INST]"), ("<<SYS>>", "< < SYS>>"),
    ("<\u{FF5C}User\u{FF5C}>", "< \u{FF5C}User\u{FF5C}>"),
    ("<think>", "< think>"),
  ])
  func signsAreDisarmed(text: String, disarmed: String) {
    #expect(TurnSigns.disarmed(text) == disarmed)
  }

  /// Ordinary writing is left as it is.
  @Test(arguments: ["", "I <3 dogs", "a < b", "1 <- 2", "see [1] and [note]", "x[0] = y", "日本語 👩‍👩‍👧 <\u{301}"])
  func writingIsLeft(text: String) {
    #expect(TurnSigns.disarmed(text) == text)
  }
}
