/// Latin letters that are written for one another because they look or sound alike.
enum SimilarLetters {
  /// Whether a letter is written for another. Not always both ways: "boyz" is meant for "boys", "nasi" not for "nazi".
  static func isSimilar(_ written: UInt32, to meant: UInt32, isFirst: Bool) -> Bool {
    switch (Unicode.Scalar(meant), Unicode.Scalar(written)) {
    case ("c", "k"), ("c", "q"), ("k", "c"), ("k", "q"), ("q", "k"):
      true
    case ("f", "v"), ("g", "q"), ("i", "y"), ("q", "g"), ("s", "z"), ("u", "v"), ("v", "u"), ("w", "v"), ("y", "i"),
      ("z", "x"):
      // At the beginning of a word these make another word more often: "sip" and "zip".
      !isFirst
    case ("i", "l"):
      // A small L passes for a capital I, with which a word may begin.
      isFirst
    default:
      false
    }
  }
}
