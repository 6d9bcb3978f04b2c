/// Text on its way into a page: nothing of it is ever markup.
enum HTML {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// A line in which what stands between backticks is code.
  static func line(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    var line = ""
    for (index, part) in parts.enumerated() {
      let isCode = index % 2 == 1 && index < parts.count - 1
      let isLoneTick = index % 2 == 1 && !isCode
      line += isCode ? code(part) : (isLoneTick ? "`" : "") + escaped(part)
    }
    return line
  }

  /// Paragraphs, with an empty line between them.
  static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n\n").map { "<p>\(line(String($0)))</p>\n" }.joined()
  }

  static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }

  /// A place in the page that ``link(_:to:)`` leads to.
  static func anchor(_ kind: String, _ name: String) -> String {
    kind + "-"
      + name.unicodeScalars.map { scalar in
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isPlain ? String(scalar) : "_"
      }.joined()
  }

  /// - Parameter anchor: made by ``anchor(_:_:)``.
  static func link(_ text: String, to anchor: String) -> String {
    "<a href=\"#\(escaped(anchor))\">\(escaped(text))</a>"
  }

  /// - Parameters:
  ///   - head: the columns, as text.
  ///   - rows: cells, as markup.
  static func table(_ head: [String], _ rows: [[String]]) -> String {
    let titles = head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
    let lines = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>\n" }.joined()
    return "<div class=\"table\"><table>\n<thead><tr>\(titles)</tr></thead>\n<tbody>\n\(lines)</tbody></table></div>\n"
  }
}
