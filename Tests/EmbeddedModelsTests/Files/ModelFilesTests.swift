import Foundation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct ModelFilesTests {
  /// The folder is the one named, else the one in the cache folder; an empty variable names nothing.
  @Test(arguments: [
    (["GAVEL_MODELS": "/m", "XDG_CACHE_HOME": "/c"], "/m"),
    (["GAVEL_MODELS": "", "XDG_CACHE_HOME": "/c"], "/c/gavel/models"),
    (["XDG_CACHE_HOME": ""], "/home/u/.cache/gavel/models"),
  ])
  func findsTheFolder(environment: [String: String], folder: String) {
    let files = ModelFiles(environment: environment, home: URL(filePath: "/home/u", directoryHint: .isDirectory))
    #expect(files.folder.path == folder)
  }

  /// Without the files the error names each that is missing, where, and what installs them.
  @Test func namesWhatIsMissing() {
    let files = ModelFiles(folder: URL(filePath: "/nowhere/models", directoryHint: .isDirectory))
    let error = #expect(throws: EmbeddedModelError.self) { try EmbeddedTextScorer(files: files) }
    let parts = [
      "/nowhere/models", "encoder.onnx", "scorer.onnx", "scorer.json", "tokenizer.json", "libopenvino_c",
      "Scripts/setup-models.sh",
    ]
    #expect(error?.code == .notInstalled && parts.allSatisfy { error?.message.contains($0) == true })
    #expect(error?.scoringError.code == .modelUnavailable && error?.scoringError.message.contains("/") == false)
  }

  /// The same of the models that look at images, which may be missing alone.
  @Test func namesWhatImagesLack() {
    let files = ModelFiles(folder: URL(filePath: "/nowhere/models", directoryHint: .isDirectory))
    let error = #expect(throws: EmbeddedModelError.self) { try files.checkImages() }
    let parts = [
      "the models that look at images", "things.json", "names.json", "names.vectors", "nudity.vectors",
      "classifier.onnx", "detector.onnx", "open_nsfw.onnx", "characters.txt", "lines.onnx", "letters.onnx",
      "Scripts/setup-models.sh",
    ]
    #expect(error?.code == .notInstalled && parts.allSatisfy { error?.message.contains($0) == true })
    #expect(error?.message.contains("encoder.onnx") == false)
  }

  /// A change anywhere in a file is another fingerprint.
  @Test func fingerprintNamesTheContents() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ModelFiles(folder: folder)
    try FileManager.default.createDirectory(
      at: files.encoder.deletingLastPathComponent(), withIntermediateDirectories: true)
    for file in [files.pins, files.recipe, files.tokenizer, files.scorer, files.encoder] {
      try Data("0123456789ab".utf8).write(to: file)
    }
    var seen: Set<String> = [try files.fingerprint()]
    for (file, contents) in [(files.encoder, "0123456789aB"), (files.pins, "1123456789ab"), (files.recipe, "01234567")]
    {
      try Data(contents.utf8).write(to: file)
      let fingerprint = try files.fingerprint()
      #expect(fingerprint.utf8.count == 16 && seen.insert(fingerprint).inserted)
    }
  }
}
