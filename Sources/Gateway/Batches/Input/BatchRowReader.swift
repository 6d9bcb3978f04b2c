/// Reads a batch job's input file: UTF-8, a header `ref_id, type, content`, then rows.
///
/// It takes the bytes in any pieces and holds one row at most, however large the file.
package struct BatchRowReader {
  /// Rows of a file.
  package static let rowLimit = 25_000
  /// UTF-8 bytes of a `ref_id`.
  package static let refIDBytes = 256
  /// UTF-8 bytes of a content; one that has more is a row of its own kind and no flaw of the file.
  package static let contentBytes = 1 << 20

  private static let header = ["ref_id", "type", "content"]
  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  private var csv = CSVReader(fieldBytes: contentBytes, fieldCount: header.count)
  /// The file's first bytes, until it is known whether they are a byte order mark.
  private var head: [UInt8]? = []
  private var hasHeader = false
  /// Rows so far.
  package private(set) var count = 0

  package init() {}

  /// Takes the file's next bytes.
  ///
  /// - Returns: the rows that end in them.
  package mutating func take(_ bytes: [UInt8]) throws(BatchFileError) -> [BatchRow] {
    guard var first = head else { return try rows(in: bytes) }
    first += bytes
    guard first.count >= Self.byteOrderMark.count else {
      head = first
      return []
    }
    head = nil
    if first.starts(with: Self.byteOrderMark) { first.removeFirst(Self.byteOrderMark.count) }
    return try rows(in: first)
  }

  /// Takes the file's end.
  ///
  /// - Returns: the rows that end with it.
  package mutating func finish() throws(BatchFileError) -> [BatchRow] {
    var rows = try rows(in: head ?? [])
    head = nil
    if let last = try csv.finish() { rows += try self.rows(from: [last]) }
    guard hasHeader else { throw BatchFileError(line: 1, "the file is empty") }
    guard count > 0 else { throw BatchFileError(line: 1, "the file has a header and no rows") }
    return rows
  }

  /// A row that is wrong comes before what is wrong with the bytes after it, however they were cut into pieces.
  private mutating func rows(in bytes: [UInt8]) throws(BatchFileError) -> [BatchRow] {
    let (records, flaw) = csv.take(bytes)
    let rows = try rows(from: records)
    if let flaw { throw flaw }
    return rows
  }

  private mutating func rows(from records: [CSVReader.Record]) throws(BatchFileError) -> [BatchRow] {
    var rows: [BatchRow] = []
    rows.reserveCapacity(records.count)
    for record in records {
      if hasHeader { rows.append(try row(record)) } else { try takeHeader(record) }
    }
    return rows
  }

  private mutating func takeHeader(_ record: CSVReader.Record) throws(BatchFileError) {
    guard record.fields.map(\.bytes) == Self.header.map({ Array($0.utf8) }) else {
      throw BatchFileError(line: record.line, "the header must be `ref_id,type,content`, in UTF-8")
    }
    hasHeader = true
  }

  private mutating func row(_ record: CSVReader.Record) throws(BatchFileError) -> BatchRow {
    guard record.fields.count == Self.header.count else {
      throw BatchFileError(line: record.line, "there are not three fields")
    }
    guard count < Self.rowLimit else {
      throw BatchFileError(line: record.line, "there are more than \(Self.rowLimit) rows")
    }
    count += 1
    let refID = record.fields[0]
    guard !refID.bytes.isEmpty, refID.bytes.count <= Self.refIDBytes else {
      throw BatchFileError(line: record.line, "`ref_id` must be of 1 to \(Self.refIDBytes) bytes")
    }
    let content = record.fields[2]
    let makesContent: (String) -> BatchRow.Content
    switch record.fields[1].bytes {
    case Array("text".utf8): makesContent = BatchRow.Content.text
    case Array("image_url".utf8): makesContent = BatchRow.Content.imageURL
    default: throw BatchFileError(line: record.line, "`type` must be `text` or `image_url`")
    }
    return BatchRow(
      refID: try Self.text(refID.bytes, line: record.line),
      content: content.isCut ? .tooLong : makesContent(try Self.text(content.bytes, line: record.line)))
  }

  private static func text(_ bytes: [UInt8], line: Int) throws(BatchFileError) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw BatchFileError(line: line, "this is not UTF-8")
    }
    return text
  }
}
