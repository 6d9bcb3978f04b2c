import Foundation
import TestSupport
import Testing

@testable import ContentIntake

@Suite struct KnownImageListTests {
  /// Of the three bytes `abc`, as their standards give them (RFC 1321, FIPS 180).
  private static let abc: [KnownImageAlgorithm: String] = [
    .md5: "900150983cd24fb0d6963f7d28e17f72",
    .sha1: "a9993e364706816aba3e25717850c26c9cd0d89d",
    .sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  ]

  private static func identity(_ text: String, _ fingerprint: PerceptualFingerprint? = nil) -> KnownImageIdentity {
    Array(text.utf8).withUnsafeBytes { KnownImageIdentity(file: $0, fingerprints: fingerprint.map { [$0] } ?? []) }
  }

  private static func load(
    _ text: String, distance: Int = KnownImageList.usualDistance
  ) throws -> KnownImageList {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "list.txt")
    try Data(text.utf8).write(to: file)
    return try KnownImageList.load(file, name: "a list", distance: distance)
  }

  /// A file is found by each of its digests, and another file is not.
  @Test(arguments: [KnownImageAlgorithm.md5, .sha1, .sha256])
  func exactDigests(_ algorithm: KnownImageAlgorithm) throws {
    let digest = try #require(Self.abc[algorithm])
    let list = try Self.load("\(algorithm.rawValue):\(digest)\n\(String(digest.reversed()))\n")
    #expect(list.counts.entries == [algorithm: 2])
    let match = try #require(list.match(Self.identity("abc")))
    #expect(match == KnownImageMatch(list: "a list", algorithm: algorithm, distance: 0))
    #expect(match.confidence == 1)
    #expect(list.match(Self.identity("abd")) == nil)
    #expect(list.match(Self.identity("")) == nil)
  }

  /// A picture is found by what it looks like, as near as it is; by its file first, where that is listed too.
  @Test func perceptualHashes() throws {
    let fingerprint = try TestPicture(named: "coffee.ppm").fingerprint
    for distance in [0, 10, 31, 32] {
      let listed = fingerprint.hash.changing(bits: (0..<distance).map { $0 * 8 + $0 % 8 })
      let list = try Self.load("pdq:\(listed.hex),77 coffee\n")
      let match = list.match(Self.identity("abc", fingerprint))
      #expect(match == (distance > 31 ? nil : KnownImageMatch(list: "a list", algorithm: .pdq, distance: distance)))
      let both = try Self.load("pdq:\(listed.hex)\nmd5:\(Self.abc[.md5] ?? "")\n")
      #expect(both.match(Self.identity("abc", fingerprint))?.algorithm == .md5)
    }
  }

  /// How far apart hashes may be is the list's to say.
  @Test func distanceOfAList() throws {
    let fingerprint = try TestPicture(named: "coffee.ppm").fingerprint
    let listed = fingerprint.hash.changing(bits: (0..<20).map { $0 * 12 })
    for (distance, found) in [(0, false), (19, false), (20, true), (63, true)] {
      let list = try Self.load("pdq:\(listed.hex)", distance: distance)
      #expect((list.match(Self.identity("", fingerprint)) != nil) == found)
    }
  }

  /// A picture that shows too little matches no hash, not even its own, and is still found by its file.
  @Test func lowQuality() throws {
    let haze = try TestPicture(named: "haze-96-96-27").fingerprint
    #expect(haze.quality < KnownImageIdentity.lowestQuality)
    #expect(try Self.load("pdq:\(haze.hash.hex)").match(Self.identity("abc", haze)) == nil)
    let list = try Self.load("pdq:\(haze.hash.hex)\n\(Self.abc[.sha256] ?? "")")
    #expect(list.match(Self.identity("abc", haze))?.algorithm == .sha256)
  }

  /// A likeness falls with the distance, from 1 to 0.
  @Test func confidence() {
    let confidences = (0...256).map(KnownImageMatch.confidence(atDistance:))
    #expect(confidences[0] == 1)
    #expect((0.983...0.984).contains(confidences[15]))
    #expect((0.928...0.929).contains(confidences[31]))
    #expect(confidences[128...].allSatisfy { $0 < 1e-9 && $0 >= 0 })
    #expect(zip(confidences, confidences[1...128]).allSatisfy { $0 > $1 })
  }

  /// What is no file that can be read to its end is refused before it is opened.
  @Test func noFile() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.url.appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    for file in [folder.url, folder.url.appending(path: "nothing"), pipe, URL(filePath: "/dev/zero")] {
      #expect(throws: KnownImageListError(.unreadable, "there is no file")) {
        _ = try KnownImageList.load(file, name: "a list")
      }
    }
  }

  /// A link to a file is followed, and a list longer than what is read at once is read whole.
  @Test func longFile() throws {
    let folder = try TemporaryFolder()
    let (file, link) = (folder.url.appending(path: "list"), folder.url.appending(path: "link"))
    let lines = (0..<40_000).map { "md5:\(String(repeating: "0", count: 24))\(String($0 + (1 << 28), radix: 16))" }
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let list = try KnownImageList.load(link, name: "a list")
    #expect(list.counts.entries == [.md5: 40_000])
  }
}
