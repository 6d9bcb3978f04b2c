/// Comma-separated values after RFC 4180, from bytes as they come, in any pieces.
///
/// White space around fields is trimmed, that within quotes is kept. A line ends with a line feed, with a carriage return
/// before it or not. Lines with nothing on them are passed over. It holds one record and no more, each field of it up to
/// a limit.
struct CSVReader {
  struct Field: Hashable {
    var bytes: [UInt8] = []
    /// Whether it was longer than the limit: the rest is not kept.
    var isCut = false
  }

  struct Record: Hashable {
    /// Where it begins, from 1.
    var line: Int
    var fields: [Field]
  }

  private enum Place {
    /// Before a field's first byte, white space aside.
    case before
    case plain
    case quoted
    /// After a quote within quotes, which closes the field unless another follows.
    case quote
    /// After the closing quote: white space, a comma or the end of the line.
    case after
  }

  private let fieldBytes: Int
  private let fieldCount: Int
  private var place = Place.before
  private var line = 1
  private var start = 1
  private var field = Field()
  private var fields: [Field] = []
  /// Whether the record has anything but white space.
  private var hasContent = false

  /// - Parameters:
  ///   - fieldBytes: how much of a field is kept.
  ///   - fieldCount: how many fields a record may have.
  init(fieldBytes: Int, fieldCount: Int) {
    self.fieldBytes = fieldBytes
    self.fieldCount = fieldCount
  }

  /// Takes the next bytes.
  ///
  /// - Returns: the records that end in them and, after those, what is wrong with the next.
  mutating func take(_ bytes: [UInt8]) -> (records: [Record], flaw: BatchFileError?) {
    var records: [Record] = []
    do throws(BatchFileError) {
      try take(bytes, into: &records)
      return (records, nil)
    } catch {
      return (records, error)
    }
  }

  private mutating func take(_ bytes: [UInt8], into records: inout [Record]) throws(BatchFileError) {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch place {
      case .before where Self.isBlank(byte), .after where Self.isBlank(byte):
        position += 1
      case .before where byte == Self.quoteMark:
        hasContent = true
        place = .quoted
        position += 1
      case .quote where byte == Self.quoteMark:
        keep(bytes[position...position])
        place = .quoted
        position += 1
      case .quoted:
        position = takeQuoted(bytes, from: position)
      case .before, .plain, .quote, .after:
        if byte == Self.comma {
          hasContent = true
          try endField()
          position += 1
        } else if byte == Self.newline {
          if let record = try endRecord() { records.append(record) }
          line += 1
          start = line
          position += 1
        } else {
          position = try takePlain(bytes, from: position)
        }
      }
    }
  }

  /// Takes the end of the file, which ends the last line too.
  mutating func finish() throws(BatchFileError) -> Record? {
    if place == .quoted { throw BatchFileError(line: start, "a quote is not closed") }
    return try endRecord()
  }

  /// - Returns: the position after what it took.
  private mutating func takeQuoted(_ bytes: [UInt8], from first: Int) -> Int {
    var end = first
    while end < bytes.count, bytes[end] != Self.quoteMark {
      if bytes[end] == Self.newline { line += 1 }
      end += 1
    }
    keep(bytes[first..<end])
    guard end < bytes.count else { return end }
    place = .quote
    return end + 1
  }

  /// - Returns: the position after what it took.
  private mutating func takePlain(_ bytes: [UInt8], from first: Int) throws(BatchFileError) -> Int {
    if place == .quote, Self.isBlank(bytes[first]) {
      place = .after
      return first + 1
    }
    guard place == .before || place == .plain else {
      throw BatchFileError(line: start, "only a comma or the end of the line may follow a closing quote")
    }
    hasContent = true
    place = .plain
    var end = first
    while end < bytes.count, bytes[end] != Self.comma, bytes[end] != Self.newline {
      guard bytes[end] != Self.quoteMark else {
        throw BatchFileError(line: start, "a field with a quote in it must stand in quotes, and the quote be doubled")
      }
      end += 1
    }
    keep(bytes[first..<end])
    return end
  }

  private mutating func keep(_ bytes: ArraySlice<UInt8>) {
    let room = fieldBytes - field.bytes.count
    field.bytes.append(contentsOf: bytes.prefix(room))
    if bytes.count > room { field.isCut = true }
  }

  private mutating func endField() throws(BatchFileError) {
    guard fields.count < fieldCount else {
      throw BatchFileError(
        line: start, "there are more than \(fieldCount) fields: one with a comma in it must stand in quotes")
    }
    if place == .plain, !field.isCut {
      while let last = field.bytes.last, Self.isBlank(last) { field.bytes.removeLast() }
    }
    fields.append(field)
    field = Field()
    place = .before
  }

  /// - Returns: nil where there was nothing on the line.
  private mutating func endRecord() throws(BatchFileError) -> Record? {
    guard hasContent else {
      place = .before
      return nil
    }
    try endField()
    defer {
      fields = []
      hasContent = false
    }
    return Record(line: start, fields: fields)
  }

  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let quoteMark = UInt8(ascii: "\"")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
