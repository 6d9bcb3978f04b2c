internal import PolicyLanguage

/// A stretch of a text between marks, on one line, with a little of what stands around it.
enum MarkedText {
  /// Scalars before and after.
  private static let around = 30
  /// Scalars of a longer stretch's beginning and end.
  private static let beginning = 160
  private static let end = 60

  static func line(of text: String, marking place: SourceRange) -> String {
    let scalars = text.unicodeScalars
    func index(_ place: SourceLocation) -> String.Index {
      text.utf8.index(text.startIndex, offsetBy: place.offset, limitedBy: text.endIndex) ?? text.endIndex
    }
    let start = index(place.start)
    let end = index(place.end)
    guard start <= end else { return "" }
    let before = scalars[..<start].suffix(around)
    let after = scalars[end...].prefix(around)
    return (before.startIndex > text.startIndex ? "…" : "") + shown(before) + "»" + marked(scalars[start..<end]) + "«"
      + shown(after) + (after.endIndex < text.endIndex ? "…" : "")
  }

  private static func marked(_ scalars: Substring.UnicodeScalarView) -> String {
    if scalars.count <= beginning + end { return shown(scalars) }
    return shown(scalars.prefix(beginning)) + " … " + shown(scalars.suffix(end))
  }

  private static func shown(_ scalars: Substring.UnicodeScalarView) -> String { String(Substring(scalars)).printable }
}
