import Crypto
import Foundation
import TestSupport
import Testing

@testable import ContentIntake

/// Lists that are put aside on the disk while they come, and kept there.
@Suite struct KnownImageDraftTests {
  private static func digits(_ count: Int, _ number: Int) -> String {
    let digits = String(number &* 0x9e37_79b9 & 0xffff_ffff, radix: 16)
    let own = String(repeating: "0", count: 8 - digits.count) + digits
    return String(repeating: own, count: count / 8)
  }

  /// Entries of every kind, some of them twice, some passed over.
  private static let text: String = {
    var lines = ["# a list", "md5:\(digits(32, 0))", "pdq:\(digits(64, 9)),10"]
    for number in 0..<5_000 {
      lines.append("md5:\(digits(32, number))")
      if number < 700 { lines.append("sha1:\(digits(40, number))") }
      if number < 300 { lines.append("sha256:\(digits(64, number))") }
      lines.append("pdq:\(digits(64, number)),80 label")
    }
    return lines.joined(separator: "\r\n")
  }()

  private static func draft(_ text: String, pieces: Int, in folder: TemporaryFolder) throws -> KnownImageDraft {
    let draft = try KnownImageDraft(file: folder.url.appending(path: "draft"))
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: pieces) {
      try draft.take(Array(bytes[start..<min(start + pieces, bytes.count)]))
    }
    return draft
  }

  private static func expect(_ list: KnownImageList, isLike other: KnownImageList) {
    #expect(list.counts == other.counts)
    #expect(list.distance == other.distance && list.name == other.name)
    for algorithm in KnownImageAlgorithm.allCases {
      #expect(list.table(of: algorithm).words == other.table(of: algorithm).words)
    }
  }

  /// A list comes to be the same however its file is cut, as if it were read from the disk at once; and the same again
  /// from where it is kept.
  @Test(arguments: [1_009, 65_536, 1 << 20])
  func isTheListOfItsFile(pieces: Int) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "list.txt")
    try Data(Self.text.utf8).write(to: file)
    let loaded = try KnownImageList.load(file, name: "a list", distance: 20)
    let draft = try Self.draft(Self.text, pieces: pieces, in: folder)
    let (list, hash) = try draft.finish(name: "a list", distance: 20)
    Self.expect(list, isLike: loaded)
    #expect(list.counts.entries == [.md5: 5_000, .sha1: 700, .sha256: 300, .pdq: 5_000])
    #expect(list.counts.repeated == 1 && list.counts.lowQuality == 1)
    #expect(hash == Data(SHA256.hash(data: Data(Self.text.utf8))))
    #expect(draft.memoryBytes == list.memoryBytes + 16)

    let kept = folder.url.appending(path: "kept")
    try list.keep(in: kept)
    Self.expect(
      try KnownImageList(kept: kept, name: "a list", distance: 20, counts: list.counts), isLike: loaded)
    let mode = try FileManager.default.attributesOfItem(atPath: kept.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // What is there is never written over.
    #expect(throws: KnownImageListError.self) { try list.keep(in: kept) }
  }

  /// An empty list is one too.
  @Test func empty() throws {
    let folder = try TemporaryFolder()
    let (list, _) = try Self.draft("# nothing\n", pieces: 100, in: folder).finish(name: "empty", distance: 31)
    #expect(list.counts == KnownImageList.Counts() && list.memoryBytes == 0)
    let kept = folder.url.appending(path: "kept")
    try list.keep(in: kept)
    #expect(try KnownImageList(kept: kept, name: "empty", distance: 31, counts: list.counts).counts == list.counts)
  }

  /// A byte that is another, a byte too few or too many, or other numbers than are known of: not used.
  @Test func damageShows() throws {
    let folder = try TemporaryFolder()
    let text = "md5:\(Self.digits(32, 1))\nsha1:\(Self.digits(40, 2))\npdq:\(Self.digits(64, 3))"
    let (list, _) = try Self.draft(text, pieces: 7, in: folder).finish(name: "a", distance: 31)
    let kept = folder.url.appending(path: "kept")
    try list.keep(in: kept)
    let whole = try Data(contentsOf: kept)
    func refuses(_ bytes: Data, _ counts: KnownImageList.Counts) throws {
      let file = folder.url.appending(path: "damaged")
      try bytes.write(to: file)
      #expect(throws: KnownImageListError.self) {
        try KnownImageList(kept: file, name: "a", distance: 31, counts: counts)
      }
    }
    for place in 0..<whole.count {
      var damaged = whole
      damaged[place] ^= 0x10
      try refuses(damaged, list.counts)
      try refuses(whole.prefix(place), list.counts)
    }
    try refuses(whole + [0], list.counts)
    var counts = list.counts
    counts.entries[.md5] = 2
    try refuses(whole, counts)
    #expect(throws: KnownImageListError.self) {
      try KnownImageList(
        kept: folder.url.appending(path: "nothing"), name: "a", distance: 31, counts: list.counts)
    }
  }

  /// A line that is none is refused with its number, in whatever piece it comes.
  @Test(arguments: [
    ("md5:00\n", 1), ("# a\n\n\nsha1:\(digits(32, 1))", 4), ("md5:\(digits(32, 1))\npdq:\(digits(64, 1)),101\n", 2),
    ("type,hash\nmd5,\"\(digits(32, 1))\n", 2), ("md5:\(digits(32, 1))\n\(String(repeating: "x", count: 5_000))", 2),
  ])
  func refusesLines(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: KnownImageListError.self) {
      try Self.draft(text, pieces: 3, in: folder).finish(name: "a", distance: 31)
    }
    #expect(error?.line == line)
  }

  /// What a list is said to take is what its tables and its index take.
  @Test(arguments: [0, 1, 4_095, 4_096, 10_000])
  func memory(count: Int) throws {
    let folder = try TemporaryFolder()
    let text = (0..<count).map { "pdq:\(Self.digits(64, $0))" }.joined(separator: "\n")
    let (list, _) = try Self.draft(text, pieces: 1 << 20, in: folder).finish(name: "a", distance: 31)
    let index = count < 4_096 ? 0 : 4 * (16 * 65_536 + 2 + 16 * count)
    #expect(list.memoryBytes == 32 * count + index)
  }

  /// A caller's own lists are looked through beside the server's, by the picture as by the file, and no other caller's.
  @Test func callersHaveListsOfTheirOwn() async throws {
    struct Source: KnownImageSource {
      var lists: [String: [KnownImageList]]
      func lists(for caller: String) async throws -> [KnownImageList] {
        if caller == "broken" { throw TestFailure("no lists") }
        return lists[caller] ?? []
      }
    }
    let picture = try TestPicture(named: "coffee.ppm")
    let bytes = Data(
      PNGWriter(width: picture.width, height: picture.height).file { x, y in
        (0..<3).map { Int(picture.rgb[3 * (y * picture.width + x) + $0]) }
      })
    let fingerprint = picture.fingerprint
    let folder = try TemporaryFolder()
    let (list, _) = try Self.draft("pdq:\(fingerprint.hash.changing(bits: [3, 77]).hex)", pieces: 99, in: folder)
      .finish(name: "a", distance: 31)
    let plain = ContentIntake(images: ImageIntake(fetcher: nil, pool: DecodingPool()))
    let intake = plain.lookingUp(in: Source(lists: ["one": [list]]))
    let item = OfferedContent(body: .image(bytes), title: "", metadata: [:])
    for caller in ["two", ""] { #expect(try await intake.admit([item], for: caller).count == 1) }
    let error = await #expect(throws: ContentErrors.self) { try await intake.admit([item], for: "one") }
    #expect(error?.errors.map(\.code) == [.knownImage])
    #expect(error?.errors.map(\.hash) == [bytes.withUnsafeBytes { ContentHash.hash(of: $0) }])
    // An image that cannot be looked up is not taken in; a text need not be.
    await #expect(throws: TestFailure.self) { try await intake.admit([item], for: "broken") }
    let text = OfferedContent(body: .text("a"), title: "", metadata: [:])
    #expect(try await intake.admit([text], for: "broken").count == 1)
  }
}
