/// The lines of a text, as `SourceLocation` counts them.
struct SourceLines {
  private let lines: [Substring]

  init(_ source: String) {
    var lines: [Substring] = []
    let bytes = source.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == 0x0a || byte == 0x0d {
        lines.append(source[start..<index])
        let isPair = byte == 0x0d && next < bytes.endIndex && bytes[next] == 0x0a
        start = isPair ? bytes.index(after: next) : next
        index = start
      } else {
        index = next
      }
    }
    lines.append(source[start...])
    self.lines = lines
  }

  /// - Parameter number: 1-based.
  subscript(number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
