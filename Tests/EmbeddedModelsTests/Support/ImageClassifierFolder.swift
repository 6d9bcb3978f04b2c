import Foundation

@testable import EmbeddedModels

/// An image classifier's folder, made of the fixtures (Scripts/make-image-classifier-fixture.py), for one test.
final class ImageClassifierFolder {
  static let configuration = """
    {"name": "tiny", "image": {"size": 16, "mean": [0.5, 0.4, 0.3], "deviation": [0.25, 0.3, 0.2]},
     "text": {"maximumTokens": 24}, "against": ["a photo"], "scale": 9}
    """

  let files: ImageClassifierFiles

  init(
    image: String = "image", text: String = "text", configuration: String = configuration, tokenizer: Data? = nil
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "image-classifier-\(UUID().uuidString)")
    files = ImageClassifierFiles(folder: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Fixture.data(of: "image-classifier/\(image).onnx").write(to: files.images)
    try Fixture.data(of: "image-classifier/\(text).onnx").write(to: files.texts)
    try (tokenizer ?? Fixture.data(of: "image-classifier/tokenizer.json")).write(to: files.tokenizer)
    try Data(configuration.utf8).write(to: files.configuration)
  }

  deinit {
    try? FileManager.default.removeItem(at: files.folder)
  }
}
