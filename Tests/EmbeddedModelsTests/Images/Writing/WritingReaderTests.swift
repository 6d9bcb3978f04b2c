import ContentIntake
import Foundation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct WritingReaderTests {
  /// Words are read as they stand, line by line, small on a large page and on end; where there are none, none are.
  @Test(arguments: [
    ("sign", "Wet paint\nPlease use the other door"), ("upright", "Deliveries at the back"),
    ("page", (["one", "two", "three", "four", "five"]).map { "Line number \($0) of a long page\n" }.joined()),
    ("balls", ""), ("clock", ""), ("clouds", ""),
  ])
  func readsWords(picture: String, text: String) async throws {
    let reader = WritingReader(pool: try InstalledModels.images())
    let content = try await reader.read(ImageFixture.content(picture))
    #expect(Self.words(of: content.text) == Self.words(of: text))
    #expect(content.text.split(separator: "\n").count == text.split(separator: "\n").count)
    #expect(content.hash == ContentHash.hash(of: content.text))
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The pictures of a moving image are read together; a line that one has again is not said again.
  @Test(arguments: [
    (["a\nb", "a\nc"], "a\nb\nc"), (["a\na", ""], "a\na"), ([], ""), (["", "x"], "x"), (["x", "x\nx"], "x"),
  ])
  func joinsPictures(writings: [String], text: String) {
    #expect(WritingReader.joined(writings) == text)
  }

  /// An image that cannot be read, a full queue and a model that is not there: each is a reason for the policy's author.
  @Test(arguments: [
    (EmbeddedModelError(.inferenceFailed, "no"), ScoringError.Code.inferenceFailed),
    (EmbeddedModelError(.overloaded, "no"), .overloaded), (EmbeddedModelError(.notInstalled, "no"), .modelUnavailable),
  ])
  func tellsFailures(failure: EmbeddedModelError, code: ScoringError.Code) async {
    let session = GatedImages(failures: [.writing: failure])
    session.open()
    let reader = WritingReader(pool: ImagePool(sessions: [session]))
    let error = await #expect(throws: ScoringError.self) { try await reader.read(GatedImages.image("a")) }
    #expect(error?.code == code)
  }

  /// Another model is another version, part of what scores are kept under.
  @Test func versionNamesTheFiles() throws {
    let pool = try InstalledModels.images()
    let version = WritingReader(pool: pool).version
    #expect(version.hasPrefix("gavel-writing/1-") && version.count == "gavel-writing/1-".count + 16)
    let nowhere = ModelFiles(folder: URL(filePath: "/nowhere", directoryHint: .isDirectory))
    #expect(WritingReader(files: nowhere, pool: pool).version == "gavel-writing/1-unusable")
  }
}
