import TestSupport
import Testing

@testable import ContentIntake

private let md5 = String(repeating: "0a", count: 16)
private let sha1 = String(repeating: "1B", count: 20)
private let sha256 = String(repeating: "2c", count: 32)
private let pdq = String(repeating: "3D", count: 32)

@Suite struct KnownImageListReaderTests {
  private static func list(
    _ text: String, chunk: Int = 7, limits: KnownImageListLimits = KnownImageListLimits()
  ) throws(KnownImageListError) -> KnownImageList {
    try list(Array(text.utf8), chunk: chunk, limits: limits)
  }

  private static func list(
    _ bytes: [UInt8], chunk: Int, limits: KnownImageListLimits = KnownImageListLimits()
  ) throws(KnownImageListError) -> KnownImageList {
    var reader = KnownImageListReader(limits: limits)
    var rest = bytes[...]
    while !rest.isEmpty {
      try reader.read(Array(rest.prefix(chunk)))
      rest = rest.dropFirst(chunk)
    }
    try reader.finish()
    return KnownImageList(name: "list", distance: 31, tally: reader.tally)
  }

  private static let all: [KnownImageAlgorithm: Int] = [.md5: 1, .sha1: 1, .sha256: 1, .pdq: 1]

  /// Each form of an entry is read as what it is.
  @Test(arguments: [
    ("\(md5)", [KnownImageAlgorithm.md5: 1]),
    ("\(sha1)\n", [.sha1: 1]),
    ("\(sha256)\r\n", [.sha256: 1]),
    ("md5:\(md5)\nsha1:\(sha1)\nsha256:\(sha256)\npdq:\(pdq)\n", all),
    ("MD5:\(md5)\nSHA-1: \(sha1)\nSha_256:\(sha256)\nHASH_PDQ:\(pdq)", all),
    ("sha256::\(sha256)", [.sha256: 1]),
    (
      "# a list\n\n  \t\n\(md5) a label, with: a colon\n\(sha1),label # 2\n\tpdq:\(pdq),100 label\n",
      [.md5: 1, .sha1: 1, .pdq: 1]
    ),
    ("pdq:\(pdq),2024-05-06 is a label\npdq:\(sha256),50,label\n", [.pdq: 2]),
    ("\u{feff}\(md5)\n", [.md5: 1]),
    ("\(md5),hash\n\(sha1)", [.md5: 1, .sha1: 1]),
    ("hash\n\(md5)\n\(sha256)\n", [.md5: 1, .sha256: 1]),
    ("Type,Indicator\nHASH_MD5,\(md5)\nHASH_SHA1,\(sha1)\nHASH_SHA256,\(sha256)\nHASH_PDQ,\(pdq)\n", all),
    (
      "\"SHA-1\",\"MD5\",\"FileName\"\n\"\(sha1)\",\"\(md5)\",\"a \"\"b\"\", c\"\n,\(sha1.prefix(32)),\n",
      [.md5: 2, .sha1: 1]
    ),
    ("id , signal_type, signal_value , quality\r\n7, pdq, \(pdq), 80\r\n8,pdq,\(sha256),\r\n", [.pdq: 2]),
    ("# only a comment", [:]),
    ("", [:]),
  ])
  func forms(_ text: String, _ expected: [KnownImageAlgorithm: Int]) throws {
    let counts = try Self.list(text).counts
    #expect(counts.entries == expected)
    #expect(counts.repeated == 0 && counts.lowQuality == 0 && counts.otherKinds == 0)
  }

  /// What comes twice, in whatever form, is held once; what shows too little or is of another kind is left out; each is
  /// counted.
  @Test func countsWhatIsLeftOut() throws {
    let plain = try Self.list("\(sha1)\nsha1:\(sha1.lowercased())\n\(sha1),again\npdq:\(pdq),49\npdq:\(pdq),0\n").counts
    #expect(plain.entries == [.sha1: 1])
    #expect(plain.repeated == 2)
    #expect(plain.lowQuality == 2)
    let table = try Self.list("type,hash,quality\nphotodna,xyz,\nvideo_md5,\(md5),\npdq,\(pdq),12\nmd5,\(md5),12\n")
      .counts
    #expect(table.entries == [.md5: 1])
    #expect(table.otherKinds == 2)
    #expect(table.lowQuality == 1)
    // The same 64 digits are two things, as a SHA-256 and as a perceptual hash.
    #expect(try Self.list("\(pdq)\npdq:\(pdq)").counts.entries == [.sha256: 1, .pdq: 1])
  }

  /// A line that is no entry is named, and nothing of it is told.
  @Test(arguments: [
    ("secret", "line 1: an entry is 32, 40 or 64 hex digits, or `md5:`, `sha1:`, `sha256:` or `pdq:` and its digits"),
    (
      "\(md5)\n\n# x\n\(md5)f\n",
      "line 4: an entry is 32, 40 or 64 hex digits, or `md5:`, `sha1:`, `sha256:` or `pdq:` and its digits"
    ),
    ("md5:\(sha1)", "line 1: `md5` has 32 hex digits, not 40"),
    ("md5:", "line 1: `md5` has 32 hex digits, not 0"),
    (":\(md5)", "line 1: the kinds are `md5:`, `sha1:`, `sha256:` and `pdq:`"),
    ("\n\nphotodna:\(md5)", "line 3: the kinds are `md5:`, `sha1:`, `sha256:` and `pdq:`"),
    ("\(md5)\n\(String(repeating: "0", count: 31))g", "line 2: `md5` has hex digits only"),
    ("\(String(repeating: "é", count: 16))", "line 1: `md5` has hex digits only"),
    ("pdq:\(pdq),101", "line 1: a quality is a number from 0 to 100"),
    ("pdq:\(pdq),\(String(repeating: "9", count: 99))", "line 1: a quality is a number from 0 to 100"),
    ("hash,quality\n\(md5),good", "line 2: a quality is a number from 0 to 100"),
    ("hash,note\n\(md5),a,b", "line 2: 3 fields are more than the heading's 2"),
    ("hash,note\n\"\(md5),a", "line 2: a quoted field is not closed, or not followed by a comma"),
    ("hash,note\n\"\(md5)\"a,a", "line 2: a quoted field is not closed, or not followed by a comma"),
    ("hash,note\n\(md5)0,a", "line 2: a digest without a kind is 32, 40 or 64 hex digits, not 33"),
    ("hash,type\n\(md5),sha1", "line 2: `sha1` has 40 hex digits, not 32"),
  ])
  func malformed(_ text: String, _ message: String) {
    let error = #expect(throws: KnownImageListError.self) { _ = try Self.list(text) }
    #expect(error?.code == .malformed)
    #expect(error?.message == message)
    #expect(error?.line == Int(message.dropFirst(5).prefix(while: \.isNumber)))
  }

  /// A list over a limit is given up where it goes over, one at the limit is read.
  @Test func limits() throws {
    let text = "\(md5)\n# x\n\(sha1)\n"
    var limits = KnownImageListLimits()
    limits.bytes = text.utf8.count
    limits.lines = 3
    limits.lineBytes = 40
    limits.entries = 2
    #expect(try Self.list(text, limits: limits).counts.entries.count == 2)
    let tighter: [(WritableKeyPath<KnownImageListLimits, Int>, String)] = [
      (\.bytes, "a list is at most \(text.utf8.count - 1) bytes"),
      (\.lines, "line 3: a list is at most 2 lines"),
      (\.lineBytes, "line 3: a line is at most 39 bytes"),
      (\.entries, "line 3: a list has at most 1 entries"),
    ]
    for (limit, message) in tighter {
      var limits = limits
      limits[keyPath: limit] -= 1
      for chunk in [1, 1_000] {
        let error = #expect(throws: KnownImageListError.self) { _ = try Self.list(text, chunk: chunk, limits: limits) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message == message)
      }
    }
  }

  /// A line without an end is given up at the limit of a line, not at the end of the file.
  @Test func endlessLine() {
    var reader = KnownImageListReader(limits: KnownImageListLimits())
    #expect(throws: KnownImageListError(.tooLarge, "a line is at most 4096 bytes", line: 1)) {
      for _ in 0..<5 { try reader.read([UInt8](repeating: UInt8(ascii: "0"), count: 1_000)) }
    }
  }

  /// Where the bytes are cut when they are read makes no difference.
  @Test func anyChunks() throws {
    let text = "type,hash\r\nmd5,\(md5)\r\n\r\n# x\r\n\"pdq\",\"\(pdq)\"\r\nsha1,\(sha1)"
    for chunk in 1...text.utf8.count {
      #expect(try Self.list(text, chunk: chunk).counts.entries == [.md5: 1, .pdq: 1, .sha1: 1])
    }
  }

  /// Bytes of any kind are read or refused, without a fault; a list into which they are thrown is as well.
  @Test func anyBytes() {
    var generator = SeededGenerator(seed: 3)
    let list = Array("type,hash,quality\npdq,\(pdq),80\nmd5,\"\(md5)\",\n# \(sha1)\nsha256:\(sha256)\n".utf8)
    let telling = Array("\",:#\n\r\t 0f9".utf8)
    var refused = 0
    for round in 0..<3_000 {
      var bytes = round % 2 == 0 ? list : []
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let byte = Bool.random(using: &generator) ? telling.randomElement(using: &generator) : nil
        bytes.insert(byte ?? .random(in: 0...255, using: &generator), at: place)
      }
      do {
        let counts = try Self.list(bytes, chunk: 13).counts
        #expect(counts.entries.values.reduce(0, +) + counts.repeated <= 4)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1_000)
  }
}
