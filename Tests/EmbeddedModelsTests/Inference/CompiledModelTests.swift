import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct CompiledModelTests {
  private struct Reference: Decodable {
    var text: String
    var signal: String
    var logit: Double
  }

  /// The logits are those of another runtime (Models/training/make_fixture.py).
  @Test func agreesWithTheReference() async throws {
    let references = try Fixture.lines(of: "scores.jsonl").map {
      try JSONDecoder().decode(Reference.self, from: Data($0.utf8))
    }
    let tokenizer = try InstalledModels.tokenizer()
    let pool = try InstalledModels.pool()
    for (text, cases) in Dictionary(grouping: references, by: \.text) {
      let encoded = try await pool.encode((cases.map(\.signal) + [text]).map { tokenizer.encode($0, limit: 160) })
      let signals = SignalMatrix(encoded.dropLast().map { $0.mean() })
      let logits = try await pool.score(WindowVectors(encoded.suffix(1)), against: signals)
      for (number, reference) in cases.enumerated() {
        #expect(abs(logits[0, number] - reference.logit) < 1e-2, "\(text.prefix(60)): \(reference.signal)")
      }
    }
  }

  /// A window and a signal have one logit, whatever else is computed with them.
  @Test func companyChangesNothing() async throws {
    let tokenizer = try InstalledModels.tokenizer()
    let pool = try InstalledModels.pool()
    let texts = ["A dog barks.", "Taxes are due in May, and late ones cost a fee.", "Nobody was there at all."]
    let encoded = try await pool.encode(texts.map { tokenizer.encode($0) })
    let vectors = encoded.map { $0.mean() }
    let many = SignalMatrix((0..<300).map { vectors[$0 % 3] })
    let together = try await pool.score(
      WindowVectors(Array(repeating: encoded, count: 4).flatMap(\.self)), against: many)
    for (row, tokens) in encoded.enumerated() {
      let alone = try await pool.score(WindowVectors([tokens]), against: SignalMatrix([vectors[1]]))
      for (window, signal) in [(row, 1), (row + 3, 4), (row + 9, 298)] {
        #expect(abs(together[window, signal] - alone[0, 0]) < 1e-3)
      }
    }
    let again = try await pool.encode([tokenizer.encode(texts[0])])
    #expect(zip(again[0].values, encoded[0].values).allSatisfy { abs($0 - $1) < 1e-3 })
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
    let error = #expect(throws: EmbeddedModelError.self) {
      _ = try CompiledModel(
        model.map { URL(filePath: $0) } ?? files.encoder, with: ModelRuntime(library: library), streams: 1)
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
      _ = try ModelRuntime(library: library)
    }
    #expect(error?.message.contains("has no function ov_") == true)
  }

  /// Models that take other inputs than they should, or make other vectors than the recipe says, are found out when
  /// they are loaded.
  @Test(arguments: [(383, false), (384, true)]) func refusesModelsThatDoNotFit(dimension: Int, areSwapped: Bool) throws
  {
    let files = ModelFiles.default
    let runtime = try ModelRuntime(library: files.runtimeLibrary())
    let models = try [files.encoder, files.scorer].map { file in
      try CompiledModel(file, with: runtime, streams: 1)
    }
    let session = try CompiledSession(encoder: models[areSwapped ? 1 : 0], scorer: models[areSwapped ? 0 : 1])
    let error = #expect(throws: EmbeddedModelError.self) { try session.check(dimension: dimension) }
    #expect(error?.code == .unusable)
  }
}
