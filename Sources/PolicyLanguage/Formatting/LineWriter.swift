/// The lines that a formatter writes: the one being written, and a comment that will end it.
struct LineWriter {
  private static let indent = "  "

  private var finished: [String] = []
  private var current: Line?

  private struct Line {
    var indent: String
    var text: String
    var isComment = false
    /// Written after the text when the line ends.
    var comment: String?
  }

  /// All lines, each with its newline.
  var text: String {
    var lines = self
    lines.end()
    return lines.finished.map { $0 + "\n" }.joined()
  }

  /// Columns written on the current line, its comment aside.
  var column: Int {
    current.map { $0.indent.utf8.count + $0.text.unicodeScalars.count } ?? 0
  }

  /// Whether a comment can end the current line.
  var canTakeComment: Bool { current?.isComment == false }

  mutating func begin(_ text: String = "", depth: Int) {
    end()
    current = Line(indent: String(repeating: Self.indent, count: depth), text: text)
  }

  mutating func append(_ text: String) { current?.text += text }

  mutating func blank() {
    end()
    finished.append("")
  }

  mutating func comment(_ text: String, depth: Int) {
    begin(text, depth: depth)
    current?.isComment = true
  }

  /// Ends the current line with a comment. A line has room for one: an earlier one moves above it, and so, above what
  /// closes a list or a block, into that.
  mutating func endingComment(_ text: String) {
    guard let line = current else { return }
    if let earlier = line.comment {
      let isClosing = line.text.hasPrefix(")") || line.text.hasPrefix("}")
      finished.append(line.indent + (isClosing ? Self.indent : "") + earlier)
    }
    current?.comment = text
  }

  private mutating func end() {
    guard let line = current else { return }
    finished.append(line.indent + line.text + (line.comment.map { "  " + $0 } ?? ""))
    current = nil
  }
}
