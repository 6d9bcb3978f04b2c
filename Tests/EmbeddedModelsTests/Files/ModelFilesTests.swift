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
    let parts = ["/nowhere/models", "model.onnx", "tokenizer.json", "libopenvino_c", "Scripts/setup-models.sh"]
    #expect(error?.code == .notInstalled && parts.allSatisfy { error?.message.contains($0) == true })
    #expect(error?.scoringError.code == .modelUnavailable && error?.scoringError.message.contains("/") == false)
  }
}
