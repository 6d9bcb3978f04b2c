import Foundation

@testable import ContentIntake

/// What the reference implementation of PDQ says of a picture: a line of Fixtures/hashes.txt.
struct ReferenceHash: Sendable, CustomStringConvertible {
  var name: String
  var quality: Int
  var hash: PerceptualHash

  var description: String { name }

  static let all: [ReferenceHash] = {
    let lines = (try? String(contentsOf: TestPicture.fixture("hashes.txt"), encoding: .utf8)) ?? ""
    return lines.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count == 3, let quality = Int(fields[1]), let hash = PerceptualHash(hex: fields[2])
      else { return nil }
      return ReferenceHash(name: fields[0], quality: quality, hash: hash)
    }
  }()

  static let photographs = all.filter { $0.name.hasSuffix(".ppm") }
}
