internal import ContentIntake
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// A batch job's input file, read.
struct BatchRowReaderTests {
  /// What a file is read as, in these pieces.
  private enum Reading: Equatable {
    case rows([BatchRow])
    case flaw(BatchFileError)
  }

  private func read(_ pieces: [[UInt8]]) -> Reading {
    var reader = BatchRowReader()
    var rows: [BatchRow] = []
    do throws(BatchFileError) {
      for piece in pieces { rows += try reader.take(piece) }
      rows += try reader.finish()
      return .rows(rows)
    } catch {
      return .flaw(error)
    }
  }

  private func read(_ text: String) -> Reading { read([Array(text.utf8)]) }

  private func pieces(of bytes: [UInt8], using generator: inout some RandomNumberGenerator) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    let longest = [1, 2, 7, 1_000].randomElement(using: &generator) ?? 1
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...longest, using: &generator))
      pieces.append(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }

  /// What any writer wrote is read again as it was, however it comes in pieces.
  @Test(arguments: 0..<200)
  func readsWhatWasWritten(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = ["a", "b", "é", "文", "🙂", "\"", "\"\"", ",", "\n", "\r\n", "\r", " ", "\t", "\0", "'", ";"]
    func text(_ lengths: ClosedRange<Int>) -> String {
      (0..<Int.random(in: lengths, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "" }
        .joined()
    }
    let rows = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
      let refID = text(1...6)
      return BatchRow(
        refID: refID,
        content: Bool.random(using: &generator) ? .text(text(0...40)) : .imageURL("https://example.com/" + text(0...4)))
    }
    let bytes = CSVText.write(rows, using: &generator)
    #expect(read([bytes]) == .rows(rows))
    for _ in 0..<5 { #expect(read(pieces(of: bytes, using: &generator)) == .rows(rows)) }
  }

  /// Whatever bytes come, pieces make no difference: the same rows, or the same flaw at the same line.
  @Test(arguments: 0..<300)
  func piecesMakeNoDifference(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "ref_id,type,content\n", "ref_id , type , content\r\n", "1,text,hello\n", "2,image_url,https://a.b/c\n",
      "3,video,x\n",
      "\"4\" , text,\"a, b\"\"c\nd\"\n", "\"", ",", "\n", "\r", " ", "5,text", "x\"y", "\u{feff}", "é",
    ]
    var bytes = Array(Bool.random(using: &generator) ? "ref_id,type,content\n".utf8 : "".utf8)
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      bytes += Array((parts.randomElement(using: &generator) ?? "").utf8)
      if Int.random(in: 0..<20, using: &generator) == 0 { bytes.append(UInt8.random(in: 128...255, using: &generator)) }
    }
    let whole = read([bytes])
    for _ in 0..<5 { #expect(read(pieces(of: bytes, using: &generator)) == whole) }
  }

  /// The forms that a row may have.
  @Test(
    arguments: [
      ("1,text,hello", "1", .text("hello")),
      ("1, text, hello there ", "1", .text("hello there")),
      (" \t1\t,text,\"  kept  \" ", "1", .text("  kept  ")),
      ("1,text,\"a \"\"word\"\"\"", "1", .text("a \"word\"")),
      ("1,text,\"one,\r\ntwo\"", "1", .text("one,\r\ntwo")),
      ("\"a,b\",\"text\",\"\"", "a,b", .text("")),
      ("1,text,", "1", .text("")),
      ("1, image_url, https://example.com/a.png", "1", .imageURL("https://example.com/a.png")),
    ] as [(String, String, BatchRow.Content)])
  func readsARow(_ line: String, _ refID: String, _ content: BatchRow.Content) {
    let row = BatchRow(refID: refID, content: content)
    #expect(read("ref_id, type, content\n\(line)") == .rows([row]))
    #expect(read("\u{feff}ref_id,type,content\r\n\r\n\(line)\r\n\r\n") == .rows([row]))
  }

  /// What is no file of rows is refused, with the line where the row begins that is wrong.
  @Test(arguments: [
    ("", 1, "empty"),
    ("\n \n", 1, "empty"),
    ("ref_id,type,content", 1, "no rows"),
    ("ref_id,type,content\n\n\n", 1, "no rows"),
    ("1,text,hello\n", 1, "header"),
    ("ref_id,content,type\n1,hello,text\n", 1, "header"),
    ("\n\nref_id;type;content\n1;text;hello\n", 3, "header"),
    ("ref_id,type,content\n1,text\n", 2, "three fields"),
    ("ref_id,type,content\n1,text,a,b\n", 2, "more than 3 fields"),
    ("ref_id,type,content\n1,text,a\n\n2,video,b\n", 4, "`type`"),
    ("ref_id,type,content\n1,Text,a\n", 2, "`type`"),
    ("ref_id,type,content\n,text,a\n", 2, "`ref_id`"),
    ("ref_id,type,content\n\(String(repeating: "x", count: 257)),text,a\n", 2, "`ref_id`"),
    ("ref_id,type,content\n1,text,say \"hi\"\n", 2, "quote"),
    ("ref_id,type,content\n1,text,\"a\"b\n", 2, "closing quote"),
    ("ref_id,type,content\n1,text,\"a\nb\nc\n", 2, "not closed"),
    ("ref_id,type,content\n1,text,\"a\nb\"\n2,text,\"c\"\"\n", 4, "not closed"),
    ("ref_id,type,content\n1,video,a\n2,text,\"b\n", 2, "`type`"),
  ])
  func refusesWhatIsNoFileOfRows(_ text: String, _ line: Int, _ words: String) throws {
    guard case .flaw(let flaw) = read(text) else {
      Issue.record("\(text) was read")
      return
    }
    #expect(flaw.line == line && flaw.message.contains(words), "\(flaw)")
  }

  /// Bytes that are no UTF-8 are refused where they stand.
  @Test func refusesOtherEncodings() {
    let header = Array("ref_id,type,content\n".utf8)
    #expect(
      read([header, Array("1,text,a\n2,text,".utf8), [0xff, 0xfe], [0x0a]])
        == .flaw(BatchFileError(line: 3, "this is not UTF-8")))
    guard case .flaw(let flaw) = read([[0xff, 0xfe], "ref_id,type".utf8.flatMap { [$0, 0] }]) else {
      Issue.record("UTF-16 was read")
      return
    }
    #expect(flaw.message.contains("UTF-8"))
  }

  /// A content over the limit is a row without it, however long: nothing beyond the limit is held, and the rows around it
  /// are as they were. The limit is that of contents elsewhere.
  @Test func passesOverWhatIsTooLong() {
    #expect(BatchRowReader.contentBytes == ContentLimits.textBytes)
    for quote in ["", "\""] {
      let limit = BatchRowReader.contentBytes
      let text =
        "ref_id,type,content\n1,text,a\n2,text,\(quote)\(String(repeating: "x", count: limit + 1))\(quote)\n"
        + "3,text,\(quote)\(String(repeating: "y", count: limit))\(quote)\n4,text,d\n"
      let expected = [
        BatchRow(refID: "1", content: .text("a")), BatchRow(refID: "2", content: .tooLong),
        BatchRow(refID: "3", content: .text(String(repeating: "y", count: limit))),
        BatchRow(refID: "4", content: .text("d")),
      ]
      #expect(read(text) == .rows(expected))
    }
  }

  /// As many rows as there may be, and one more.
  @Test func limitsRows() {
    let lines = (1...BatchRowReader.rowLimit).map { "\($0),text,a" }.joined(separator: "\n")
    guard case .rows(let rows) = read("ref_id,type,content\n\(lines)\n") else {
      Issue.record("the most rows there may be are refused")
      return
    }
    #expect(rows.count == BatchRowReader.rowLimit)
    let flaw = BatchFileError(line: BatchRowReader.rowLimit + 2, "there are more than 25000 rows")
    #expect(read("ref_id,type,content\n\(lines)\nx,text,a\n") == .flaw(flaw))
  }
}
