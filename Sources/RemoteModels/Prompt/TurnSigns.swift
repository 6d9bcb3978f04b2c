/// The signs by which chat templates tell the model who speaks: `<|im_start|>`, `<end_of_turn>`, `[INST]`, `</s>`.
///
/// Servers read them wherever they stand in a prompt, so a content that writes them could pose as another speaker.
enum TurnSigns {
  /// Puts a space into whatever could be one: the text stays readable, and the sign is only its letters.
  static func disarmed(_ text: String) -> String {
    var disarmed = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last, begins(last, scalar) { disarmed.append(" ") }
      disarmed.append(scalar)
      last = scalar
    }
    return String(disarmed)
  }

  /// Hearts, arrows, comparisons and footnotes begin otherwise, and stay as they are.
  private static func begins(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    switch first {
    // U+FF5C is the wide bar that some models use.
    case "<": second.properties.isAlphabetic || second == "|" || second == "\u{FF5C}" || second == "/" || second == "<"
    case "[": ("A"..."Z").contains(second) || second == "/"
    default: false
    }
  }
}
