import ContentIntake
import Foundation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct CompiledImageSessionTests {
  /// A picture is scaled as the recipe scales it.
  @Test func scalesAsTheRecipe() throws {
    for fixture in try ImageFixture.all() {
      let scaled = try fixture.decoded().scaled(width: 260, height: 260)
      let rows = scaled[3 * 260 * 100..<3 * 260 * 102]
      #expect(rows.count == fixture.pixels.count)
      #expect(zip(rows, fixture.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 1 }, "\(fixture.picture)")
    }
  }

  /// The models say what they say through another runtime.
  @Test func agreesWithTheRecipe() async throws {
    let pool = try InstalledModels.images()
    for fixture in try ImageFixture.all() {
      let seen = try await pool.look(at: fixture.content(), for: [.classes, .objects, .nudity])
      for (aspect, expected) in [(ImageAspect.classes, fixture.classes), (.objects, fixture.objects)] {
        let scores = try #require(seen.findings[aspect]).first?.scores ?? []
        for pair in expected {
          #expect(abs(Double(scores[Int(pair[0])]) - pair[1]) < 0.05, "\(fixture.picture) \(aspect) \(pair)")
        }
      }
      let nudity = try #require(seen.findings[.nudity]?.first?.scores.first)
      #expect(abs(Double(nudity) - fixture.nudity) < 0.01, "\(fixture.picture)")
    }
  }

  /// What no longer decodes is told as such, in words without a path.
  @Test func tellsWhatDoesNotDecode() throws {
    var image = try ImageFixture.content("clock")
    image.bytes.removeLast(1000)
    let session = CompiledImageSession(ImageModels(files: .default, streams: 1))
    let error = #expect(throws: EmbeddedModelError.self) { try session.pictures(of: image) }
    #expect(error?.code == .undecodable && error?.imageScoringError.code == .inferenceFailed)
  }

  /// A model that is not there fails what needs it, with a reason that a policy's author can read.
  @Test func tellsWhatIsMissing() async throws {
    let files = ModelFiles(folder: URL(filePath: "/nowhere/models", directoryHint: .isDirectory))
    let seen = try await ImagePool(files: files).look(at: ImageFixture.content("clock"), for: [.classes])
    #expect(seen.failures[.classes]?.code == .notInstalled)
    #expect(seen.failures[.classes]?.imageScoringError.message.contains("/") == false)
  }
}
