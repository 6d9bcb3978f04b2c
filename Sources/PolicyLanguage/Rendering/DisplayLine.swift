/// A line as a terminal shows it, and where on it a range stands: tabs are widened, wide characters take two columns,
/// control characters are shown by their pictures, and of a long line (policies arrive as one) the part around the
/// range is shown.
struct DisplayLine {
  private static let tab = 4
  /// Scalars shown at most; those shown before the range where the line is cut.
  private static let longest = 160
  private static let lead = 60

  private(set) var text = ""
  /// Columns before the caret, and under it.
  private(set) var indent = 0
  private(set) var width = 1

  /// - Parameter columns: 1-based, in scalars, as `SourceLocation` counts them.
  init(_ line: Substring, columns: Range<Int>) {
    let scalars = line.unicodeScalars
    let isLong = scalars.count > Self.longest
    let skipped = isLong ? min(max(0, columns.lowerBound - 1 - Self.lead), scalars.count - Self.longest) : 0
    let shown = scalars.dropFirst(skipped).prefix(Self.longest)
    var column = 0
    if skipped > 0 { append("…", width: 1, to: &column) }
    var start: Int?
    var end: Int?
    for (offset, scalar) in shown.enumerated() {
      let place = skipped + offset + 1
      if place == columns.lowerBound { start = column }
      if place == columns.upperBound { end = column }
      if scalar == "\t" {
        let blanks = Self.tab - column % Self.tab
        append(String(repeating: " ", count: blanks), width: blanks, to: &column)
      } else {
        append(String(scalar.printable), width: scalar.displayWidth, to: &column)
      }
    }
    // A range that begins at the end of the line, or goes on past it.
    indent = start ?? column
    width = max(1, (end ?? column) - indent)
    if skipped + shown.count < scalars.count { append("…", width: 1, to: &column) }
  }

  private mutating func append(_ shown: String, width: Int, to column: inout Int) {
    text += shown
    column += width
  }
}
