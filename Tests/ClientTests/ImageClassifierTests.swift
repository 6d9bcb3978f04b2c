internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel eval` with a pair of models for images and texts, as a user runs it.
struct ImageClassifierTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "EmbeddedModelsTests/Fixtures/image-classifier")
  private static let configuration = """
    {"name": "tiny", "image": {"size": 16, "mean": [0.5, 0.4, 0.3], "deviation": [0.25, 0.3, 0.2]},
     "text": {"maximumTokens": 24}, "bias": 0, "scale": 9}
    """

  private func evaluate(_ folder: TemporaryFolder, _ arguments: [String]) async throws -> Program.Result {
    let policy = folder.url.appending(path: "dogs.policy")
    try Data(#"LABEL "Dogs" { "dogs" } LABEL "Words" { =("dogs") }"#.utf8).write(to: policy)
    let image = Self.fixtures.appending(path: "small.png")
    return try await Program.gavel.run(["eval", "--policy", policy.path, "--image", image.path] + arguments)
  }

  /// The pair answers for what is to be seen, under its name, and the reader for what is written, in one report.
  @Test func asksThePair() async throws {
    let folder = try TemporaryFolder()
    for name in ["image.onnx", "text.onnx", "tokenizer.json"] {
      try FileManager.default.copyItem(
        at: Self.fixtures.appending(path: name), to: folder.url.appending(path: name))
    }
    try Data(Self.configuration.utf8).write(to: folder.url.appending(path: "image-classifier.json"))
    let result = try await evaluate(folder, ["--explain", "--image-classifier", folder.url.path])
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    // Nine times the cosine, 0.798, through a sigmoid.
    #expect(lines.contains { $0.hasPrefix(#"1.00  "dogs"  image-classifier/tiny"#) }, "\(result.output)")
    #expect(result.output.contains("\u{201C}a photo of dogs\u{201D}, cosine 0.80"), "\(result.output)")
    #expect(lines.contains { $0.contains(#"=("dogs")  lexical-1 of gavel-writing/1-"#) }, "\(result.output)")
  }

  /// A folder without a pair ends the program with what is missing, as does what excludes one.
  @Test func refuses() async throws {
    let folder = try TemporaryFolder()
    let missing = try await evaluate(folder, ["--image-classifier", folder.url.path])
    #expect(missing.status == 2 && missing.output.isEmpty)
    #expect(missing.errors.contains("missing: image-classifier.json, tokenizer.json, text.onnx, image.onnx"))
    let excluded = try await evaluate(folder, ["--image-classifier", folder.url.path, "--lexical-only"])
    #expect(excluded.status != 0 && excluded.errors.contains("--image-classifier excludes"), "\(excluded.errors)")
  }
}
