@testable internal import Gateway

/// Writes rows as CSV in one of the many ways that say the same.
enum CSVText {
  static func write(_ rows: [BatchRow], using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var out: [UInt8] = Bool.random(using: &generator) ? [0xef, 0xbb, 0xbf] : []
    let records = [["ref_id", "type", "content"]] + rows.map(fields)
    for (index, record) in records.enumerated() {
      let line = record.map { field($0, using: &generator) }.joined(separator: ",")
      out += Array(line.utf8)
      let isOpen = index + 1 == records.count && Bool.random(using: &generator)
      if !isOpen {
        out += Array(["\n", "\r\n", "\n\n", " \r\n\t\n"].randomElement(using: &generator)?.utf8 ?? "\n".utf8)
      }
    }
    return out
  }

  private static func fields(_ row: BatchRow) -> [String] {
    switch row.content {
    case .text(let text): [row.refID, "text", text]
    case .imageURL(let url): [row.refID, "image_url", url]
    case .tooLong: [row.refID, "text", String(repeating: "x", count: BatchRowReader.contentBytes + 1)]
    }
  }

  private static func field(_ text: String, using generator: inout some RandomNumberGenerator) -> String {
    let blanks = ["", "", " ", "\t", "  "]
    func blank() -> String { blanks.randomElement(using: &generator) ?? "" }
    let isPlain =
      !text.utf8.contains { "\",\n".utf8.contains($0) } && !isBlank(text.utf8.first) && !isBlank(text.utf8.last)
    if isPlain, Bool.random(using: &generator) { return blank() + text + blank() }
    return blank() + "\"" + text.replacing("\"", with: "\"\"") + "\"" + blank()
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte.map { " \t\r".utf8.contains($0) } ?? false }
}
