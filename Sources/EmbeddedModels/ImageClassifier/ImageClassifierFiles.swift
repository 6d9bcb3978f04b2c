package import Foundation

/// Where an image classifier of the user's own is: a folder with a model for images, one for texts, the latter's
/// tokenizer, and how they are asked.
package struct ImageClassifierFiles: Sendable {
  package var folder: URL

  package init(folder: URL) {
    self.folder = folder
  }

  var images: URL { folder.appending(path: "image.onnx") }
  var texts: URL { folder.appending(path: "text.onnx") }
  var tokenizer: URL { folder.appending(path: "tokenizer.json") }
  var configuration: URL { folder.appending(path: "image-classifier.json") }

  private var all: [URL] { [configuration, tokenizer, texts, images] }

  /// - Throws: where files are missing: all that are missing at once.
  func check() throws(EmbeddedModelError) {
    let missing = all.filter { !FileManager.default.isReadableFile(atPath: $0.path) }.map(\.lastPathComponent)
    if !missing.isEmpty {
      throw EmbeddedModelError(
        .notInstalled, "there is no image classifier in \(folder.path) (missing: \(missing.joined(separator: ", ")))")
    }
  }

  func fingerprint() throws(EmbeddedModelError) -> String { try ModelFiles.fingerprint(of: all) }
}
