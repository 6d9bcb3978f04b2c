import ContentIntake
import Foundation
import SignalScoring

@testable import EmbeddedModels

/// A picture of the fixtures, with what the recipe says of it (Scripts/make-sight-fixtures.py).
struct ImageFixture: Decodable {
  var picture: String
  /// Of the most probable ones, number and probability.
  var classes: [[Double]]
  var objects: [[Double]]
  var nudity: Double
  /// The score of each.
  var signals: [String: Double]
  var nudityScore: Double
  /// The rows 100 and 101 of what is put to the classifier.
  var pixels: [UInt8]

  static func all() throws -> [ImageFixture] {
    try Fixture.lines(of: "images/sight.jsonl").map { try JSONDecoder().decode(ImageFixture.self, from: Data($0.utf8)) }
  }

  func content() throws -> ImageContent { try Self.content(picture) }

  static func content(_ name: String) throws -> ImageContent {
    let bytes = try Fixture.data(of: "images/\(name).png")
    let header = try ImageHeader(bytes)
    return ImageContent(
      hash: "fixture \(name)", mediaType: "image/png", bytes: bytes, width: header.width, height: header.height)
  }

  func decoded() throws -> Picture {
    let bytes = try Fixture.data(of: "images/\(picture).png")
    return try ImageDecoder.decode(bytes, header: ImageHeader(bytes), longestSide: 2048)[0]
  }
}
