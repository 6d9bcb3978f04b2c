import Foundation

@testable import ContentIntake

/// What the reference implementation of PDQ says of a picture: a line of Fixtures/hashes.txt.
struct ReferenceHash: Sendable, CustomStringConvertible {
  var name: String
  var quality: Int
  var hash: PerceptualHash
  /// Of the picture turned and mirrored, in the order of `PictureSymmetry`; only `hash` for some pictures.
  var turned: [PerceptualHash]

  var description: String { name }

  static let all: [ReferenceHash] = {
    let lines = (try? String(contentsOf: TestPicture.fixture("hashes.txt"), encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ").map(String.init)
      let hashes = fields.dropFirst(2).compactMap { PerceptualHash(hex: $0) }
      guard fields.count >= 3, hashes.count == fields.count - 2, let quality = Int(fields[1]) else { return nil }
      return ReferenceHash(name: fields[0], quality: quality, hash: hashes[0], turned: hashes)
    }
  }()

  static let photographs = all.filter { $0.name.hasSuffix(".ppm") }
}
