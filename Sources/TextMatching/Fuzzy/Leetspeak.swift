/// Digits and symbols written for letters.
enum Leetspeak {
  /// The letters that a character is written for: the likeliest in the low byte, another in the high byte; 0 for most
  /// characters. All are small letters of ASCII.
  static let letters: ScalarTable = {
    var table = ScalarTable()
    for (characters, letters) in [
      ("0", "o"), ("1", "il"), ("2", "z"), ("3", "e"), ("4", "a"), ("5", "s"), ("6", "gb"), ("7", "t"), ("8", "b"),
      ("9", "g"), ("@", "a"), ("$", "s"), ("!¡|¦", "il"), ("+", "t"), ("(<[{", "c"), ("€", "e"), ("£", "l"), ("¥", "y"),
      ("¢", "c"), ("₳", "a"), ("฿₿", "b"), ("₵", "c"), ("₫", "d"), ("ƒ", "f"), ("₲", "g"), ("₭", "k"), ("₥", "m"),
      ("₦", "n"), ("₱", "p"), ("₽", "p"), ("₮", "t"), ("₩", "w"), ("§", "s"), ("†", "t"), ("∂", "d"), ("∆", "a"),
      ("×✗✘", "x"), ("µ", "u"), ("яЯ", "r"), ("иИ", "n"),
    ] {
      let written = letters.utf8.reversed().reduce(0) { $0 << 8 | UInt16($1) }
      for scalar in characters.unicodeScalars { table[scalar.value] = written }
    }
    return table
  }()

  /// 1 for a character that is written to hide any letter whatever, as in "f*ck".
  static let masks: ScalarTable = {
    var table = ScalarTable()
    for scalar in "*#%•●■█▇░▒▓✱✲⁎∗".unicodeScalars { table[scalar.value] = 1 }
    return table
  }()
}
