import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite(.timeLimit(.minutes(10))) struct CrowdedImagesTests {
  /// With the thread for images held up and its queue full, so that more images are refused, texts are still scored, and
  /// none is refused: images that wait take no place among the texts.
  @Test func imagesTakeNoPlaceOfTexts() async throws {
    let folder = try ClassifierFolder()
    let classifier = try PairClassifier(files: folder.files, threads: 1)
    let session = GatedImages()
    let pool = ImagePool(sessions: [session], waitingCalls: 2)
    let features = [Feature(index: 0, kind: .concept("dog"), expression: "", ranges: [])]
    let texts = try await classifier.prepare(features)
    let images = try await WritingScorer(classifier, reader: WritingReader(pool: pool)).prepare(features)

    @Sendable func failure(of result: SignalResult?) -> ScoringError.Code? {
      guard case .failed(let error) = result else { return nil }
      return error.code
    }
    try await withThrowingTaskGroup(of: ScoringError.Code?.self) { group in
      func look(at hash: String) {
        group.addTask { try await failure(of: images.score(.image(GatedImages.image(hash))).first) }
      }
      look(at: "first")
      for await _ in session.begun { break }
      for number in 0..<6 { look(at: "image \(number)") }
      // One is in work and two wait: the other four are refused.
      for _ in 0..<4 {
        let code = try await group.next()
        #expect(code == .some(.overloaded))
      }
      for number in 0..<600 {
        let result = try await texts.score(TextContent(hash: "\(number)", text: "a dog in the rain")).first
        #expect(failure(of: result) == nil)
      }
      session.open()
      for _ in 0..<3 {
        let code = try await group.next()
        #expect(code == .some(nil))
      }
    }
  }
}
