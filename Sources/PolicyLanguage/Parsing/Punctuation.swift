/// The signs of the grammar, by their byte.
enum Punctuation: UInt8, Sendable {
  case leftBrace = 0x7b
  case rightBrace = 0x7d
  case leftParenthesis = 0x28
  case rightParenthesis = 0x29
  case leftBracket = 0x5b
  case rightBracket = 0x5d
  case comma = 0x2c
  case colon = 0x3a
  case greater = 0x3e
  case equals = 0x3d
  case tilde = 0x7e
  case question = 0x3f
}
