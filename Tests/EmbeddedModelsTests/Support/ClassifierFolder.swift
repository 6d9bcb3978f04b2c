import Foundation

@testable import EmbeddedModels

/// A classifier's folder, made of the fixtures (Scripts/make-classifier-fixture.py), for one test.
///
/// Its models answer with 1 - 2n, 2n - 1 and 0, or with 2n - 1 alone, where n is how many of the words `dog`, `cat`,
/// `park`, `rain` and `angry` a text shares with its hypothesis.
final class ClassifierFolder {
  let files: ClassifierFiles

  init(model: String = "typed", configuration: String? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "classifier-\(UUID().uuidString)")
    files = ClassifierFiles(folder: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Fixture.data(of: "classifier/\(model).onnx").write(to: files.model)
    try Fixture.data(of: "classifier/tokenizer.json").write(to: files.tokenizer)
    let standard = try Fixture.data(of: "classifier/classifier.json")
    try (configuration.map { Data($0.utf8) } ?? standard).write(to: files.configuration)
  }

  deinit {
    try? FileManager.default.removeItem(at: files.folder)
  }
}
