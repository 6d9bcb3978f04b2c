package import Foundation

/// Where a classifier of the user's own is: a folder with the model, its tokenizer, and how it is asked.
package struct ClassifierFiles: Sendable {
  package var folder: URL

  package init(folder: URL) {
    self.folder = folder
  }

  var model: URL { folder.appending(path: "model.onnx") }
  var tokenizer: URL { folder.appending(path: "tokenizer.json") }
  var configuration: URL { folder.appending(path: "classifier.json") }

  private var all: [URL] { [configuration, tokenizer, model] }

  /// - Throws: where files are missing: all that are missing at once.
  func check() throws(EmbeddedModelError) {
    let missing = all.filter { !FileManager.default.isReadableFile(atPath: $0.path) }.map(\.lastPathComponent)
    if !missing.isEmpty {
      throw EmbeddedModelError(
        .notInstalled, "there is no classifier in \(folder.path) (missing: \(missing.joined(separator: ", ")))")
    }
  }

  func fingerprint() throws(EmbeddedModelError) -> String { try ModelFiles.fingerprint(of: all) }
}
