import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct TextEncoderTests {
  private struct Reference: Decodable {
    var text: String
    var embedding: [Float]
  }

  /// The vectors are those of another runtime, and the same in a batch as alone, padded as not.
  @Test func agreesWithTheReference() async throws {
    let references = try Fixture.lines(of: "embeddings.jsonl").map {
      try JSONDecoder().decode(Reference.self, from: Data($0.utf8))
    }
    let tokenizer = try InstalledModels.tokenizer()
    let pool = try InferencePool(files: .default, threads: 1)
    let sequences = references.map { tokenizer.encode($0.text, limit: InferencePool.maximumLength) }
    let together = try await pool.embed(sequences + sequences)
    for (index, reference) in references.enumerated() {
      let alone = try await pool.embed([sequences[index]])
      let cosines = [
        alone[0].dot(Embedding(reference.embedding)), alone[0].dot(together[index]),
        alone[0].dot(together[index + references.count]), alone[0].length,
      ]
      #expect(cosines.allSatisfy { abs($0 - 1) < 1e-4 }, "\(reference.text): \(cosines)")
    }
  }

  /// What is missing, or is no library or no model, is an error with the runtime's reason, on one line.
  @Test(
    arguments: [
      ("/nowhere/libopenvino_c.so", nil, "does not load"), (#filePath, nil, "does not load"),
      (nil, "/nowhere/model.onnx", "cannot be read"), (nil, #filePath, "cannot be read"),
    ] as [(String?, String?, String)])
  func refusesOtherFiles(library: String?, model: String?, reason: String) throws {
    let files = ModelFiles.default
    let library = try library.map { URL(filePath: $0) } ?? files.runtimeLibrary()
    let model = model.map { URL(filePath: $0) } ?? files.encoder
    let error = #expect(throws: EmbeddedModelError.self) {
      _ = try TextEncoder(library: library, model: model, streams: 1)
    }
    #expect(error?.code == .unusable && error?.message.contains(reason) == true)
    #expect(error?.message.contains("\n") == false)
  }

  /// A library that is not the runtime's is told from one that does not load.
  @Test func refusesAnotherLibrary() throws {
    let files = ModelFiles.default
    let name = try FileManager.default.contentsOfDirectory(atPath: files.libraries.path)
      .first { $0.hasPrefix("libtbb.") }
    let library = files.libraries.appending(path: try #require(name))
    let error = #expect(throws: EmbeddedModelError.self) {
      _ = try TextEncoder(library: library, model: files.encoder, streams: 1)
    }
    #expect(error?.message.contains("has no function ov_") == true)
  }
}
