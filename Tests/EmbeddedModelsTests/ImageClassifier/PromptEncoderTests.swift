import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct PromptEncoderTests {
  private func encoder(_ session: GatedModels, maximumTokens: Int = 24) throws -> PromptEncoder {
    let folder = try ImageClassifierFolder()
    return PromptEncoder(
      tokenizer: try PromptTokenizer(file: folder.files.tokenizer), maximumTokens: maximumTokens,
      pool: InferencePool(sessions: [session]))
  }

  /// A prompt is put to the model once, however many versions of a policy have it.
  @Test func readsEachPromptOnce() async throws {
    let session = GatedModels()
    session.open()
    let encoder = try encoder(session)
    let first = try await encoder.encode(["a dog", "a cat"])
    let read = session.tasks
    #expect(try await encoder.encode(["a cat", "a dog"]) == first.reversed())
    #expect(session.tasks == read)
    let more = try await encoder.encode(["a bird", "a dog"])
    #expect(more[1] == first[0] && more[0] != first[0] && session.tasks.count == read.count + 1)
  }

  /// A policy of very many signals does not fill the queue: none of it is refused.
  @Test func manyPromptsAreNotRefused() async throws {
    let session = GatedModels()
    session.open(times: 2_000)
    let vectors = try await encoder(session).encode((0..<1_000).map { "dog number \($0)" })
    #expect(vectors.count == 1_000 && Set(vectors).count == 1_000)
  }

  /// A long prompt is cut off, and is not refused.
  @Test func longPromptsAreCutOff() async throws {
    let session = GatedModels()
    session.open()
    let vector = try await encoder(session, maximumTokens: 8).encode([String(repeating: "dog ", count: 1_000)])[0]
    #expect(vector.count == 8)
  }

  /// A model that fails is told as such, and asked again the next time.
  @Test func failuresAreNotKept() async throws {
    let session = GatedModels(error: EmbeddedModelError(.inferenceFailed, "no"))
    session.open()
    let encoder = try encoder(session)
    for _ in 0..<2 { await #expect(throws: EmbeddedModelError.self) { try await encoder.encode(["a dog"]) } }
    #expect(session.tasks.count == 2)
  }
}
