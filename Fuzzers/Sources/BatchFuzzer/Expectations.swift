internal import BatchInput

/// What must hold for any bytes whatever.
enum Expectations {
  private enum Reading: Equatable {
    case rows([BatchRow])
    case flaw(BatchFileError)
  }

  /// Stops the program where something does not: libFuzzer then keeps the bytes.
  static func check(_ bytes: [UInt8]) {
    let whole = read(bytes, pieces: bytes.count)
    for length in [1, 2, 3, 64] {
      precondition(read(bytes, pieces: length) == whole, "pieces make a difference")
    }
    switch whole {
    case .rows(let rows):
      precondition((1...BatchRowReader.rowLimit).contains(rows.count), "a number of rows is out of bounds")
      precondition(
        rows.allSatisfy { (1...BatchRowReader.refIDBytes).contains($0.refID.utf8.count) }, "a name is out of bounds")
      precondition(read(written(rows), pieces: 7) == whole, "what was read and written is read otherwise")
    case .flaw(let flaw):
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      precondition((1...lines).contains(flaw.line), "a line is out of bounds")
      precondition(!flaw.message.isEmpty && flaw.message.count < 200, "an error does not say why")
    }
  }

  private static func read(_ bytes: [UInt8], pieces length: Int) -> Reading {
    var reader = BatchRowReader()
    var rows: [BatchRow] = []
    do throws(BatchFileError) {
      var rest = bytes[...]
      while !rest.isEmpty {
        rows += try reader.take(Array(rest.prefix(length)))
        rest = rest.dropFirst(length)
      }
      rows += try reader.finish()
      return .rows(rows)
    } catch {
      return .flaw(error)
    }
  }

  private static func written(_ rows: [BatchRow]) -> [UInt8] {
    var text = "ref_id,type,content\n"
    for row in rows {
      let (type, content) =
        switch row.content {
        case .text(let text): ("text", text)
        case .imageURL(let url): ("image_url", url)
        case .tooLong: ("text", String(repeating: "x", count: BatchRowReader.contentBytes + 1))
        }
      text += [row.refID, type, content].map { "\"" + doubled($0) + "\"" }.joined(separator: ",") + "\n"
    }
    return Array(text.utf8)
  }

  /// Scalar by scalar: a quote with a mark over it is one character, and yet a quote.
  private static func doubled(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      out.append(scalar)
      if scalar == "\"" { out.append(scalar) }
    }
    return String(out)
  }
}
