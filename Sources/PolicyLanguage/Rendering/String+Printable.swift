extension UnicodeScalar {
  /// Itself, or a picture of it where it would steer a terminal: a policy must not speak to the terminal.
  var printable: UnicodeScalar {
    switch value {
    case 0..<0x20: UnicodeScalar(0x2400 + value) ?? "\u{fffd}"
    case 0x7f: "\u{2421}"
    case 0x80..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff: "\u{fffd}"
    default: self
    }
  }

  /// Columns it takes on a terminal, after Unicode's East Asian Width in rough.
  var displayWidth: Int {
    if printable != self { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
      0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe4f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f,
      0x1f680...0x1f6ff, 0x1f900...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }
}

extension String {
  /// On one line, with nothing in it that would steer a terminal.
  package var printable: String {
    String(String.UnicodeScalarView(unicodeScalars.map(\.printable)))
  }
}
