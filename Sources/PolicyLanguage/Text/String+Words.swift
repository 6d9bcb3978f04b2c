extension String {
  /// Without the white space at its ends.
  var trimmingWhitespace: String {
    var view = unicodeScalars[...]
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// Equal for texts that are one check: case folded, white space runs as one space.
  var foldedWords: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ").lowercased()
  }

  /// Whether there is anything to see in it: more than white space and invisible characters.
  var hasVisibleCharacters: Bool {
    unicodeScalars.contains { scalar in
      if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .unassigned: return false
      default: return true
      }
    }
  }

  var hasLettersOrDigits: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// Cut to be quoted in a message.
  var abridged: String {
    let longest = 60
    let head = unicodeScalars.prefix(longest + 1)
    return head.count <= longest ? self : String(head.dropLast()) + "…"
  }
}
