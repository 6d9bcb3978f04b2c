package import Foundation

/// Where the embedded models are: the folder that `Scripts/setup-models.sh` fills.
package struct ModelFiles: Sendable {
  /// What `GAVEL_MODELS` names; the files are in a folder of it that is named after their layout.
  package var folder: URL

  package init(folder: URL) {
    self.folder = folder
  }

  /// `GAVEL_MODELS`, else `gavel/models` in the user's cache folder.
  package static var `default`: ModelFiles {
    ModelFiles(
      environment: ProcessInfo.processInfo.environment, home: FileManager.default.homeDirectoryForCurrentUser)
  }

  init(environment: [String: String], home: URL) {
    if let path = environment["GAVEL_MODELS"], !path.isEmpty {
      self.init(folder: URL(filePath: path, directoryHint: .isDirectory))
      return
    }
    let cache = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let caches =
      cache.map { URL(filePath: $0, directoryHint: .isDirectory) }
      ?? home.appending(path: ".cache", directoryHint: .isDirectory)
    self.init(folder: caches.appending(path: "gavel/models", directoryHint: .isDirectory))
  }

  var pins: URL { file("PINS") }
  package var encoder: URL { file("scorer/encoder.onnx") }
  package var scorer: URL { file("scorer/scorer.onnx") }
  var tokenizer: URL { file("scorer/tokenizer.json") }
  var recipe: URL { file("scorer/scorer.json") }
  var libraries: URL { file("openvino/lib") }
  package var imageClassifier: URL { file("images/classifier.onnx") }
  package var objectDetector: URL { file("images/detector.onnx") }
  package var nudityDetector: URL { file("nudity/open_nsfw.onnx") }
  package var lineFinder: URL { file("writing/lines.onnx") }
  package var lineReader: URL { file("writing/letters.onnx") }
  var characters: URL { file("images/characters.txt") }
  var thingNames: URL { file("images/names.json") }
  var thingVectors: URL { file("images/names.vectors") }
  var nudityVectors: URL { file("images/nudity.vectors") }
  var thingRule: URL { file("images/things.json") }

  private func file(_ path: String) -> URL { folder.appending(path: "v2/\(path)") }

  /// The runtime's C library, whose name ends in a number that changes with each release.
  ///
  /// - Throws: where it, or any other file, is missing: all that are missing at once.
  package func runtimeLibrary() throws(EmbeddedModelError) -> URL {
    try runtimeLibrary(beside: [pins, encoder, scorer, tokenizer, recipe])
  }

  /// - Throws: where a file is missing that looking at images, or reading them, needs: all that are missing at once.
  package func checkImages() throws(EmbeddedModelError) {
    _ = try runtimeLibrary(beside: [pins] + ofSight + ofReader, of: "the models that look at images")
  }

  /// - Throws: the same where reading images is all that they are for.
  package func checkReader() throws(EmbeddedModelError) {
    _ = try runtimeLibrary(beside: [pins] + ofReader, of: "the models that read the writing on images")
  }

  private var ofSight: [URL] {
    [thingRule, thingNames, thingVectors, nudityVectors, imageClassifier, objectDetector, nudityDetector]
  }

  private var ofReader: [URL] { [characters, lineFinder, lineReader] }

  /// The same where of the others only some are needed.
  ///
  /// - Parameter models: what they are called.
  func runtimeLibrary(
    beside required: [URL], of models: String = "the embedded models"
  ) throws(EmbeddedModelError) -> URL {
    var missing = required.filter { !FileManager.default.isReadableFile(atPath: $0.path) }.map(\.lastPathComponent)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: libraries.path)) ?? []
    let library = names.filter { $0.hasPrefix("libopenvino_c.") }.min()
    if library == nil { missing.append("libopenvino_c") }
    guard missing.isEmpty, let library else {
      throw EmbeddedModelError(
        .notInstalled,
        """
        \(models) are not installed in \(folder.path) (missing: \(missing.joined(separator: ", "))); \
        `make setup` or `Scripts/setup-models.sh` installs them
        """)
    }
    return libraries.appending(path: library)
  }

  /// Of what scores texts.
  func fingerprint() throws(EmbeddedModelError) -> String {
    try Self.fingerprint(of: [pins, recipe, tokenizer, scorer, encoder])
  }

  /// Of what looks at images, and of the encoder that reads what to look for.
  func fingerprintOfSight() throws(EmbeddedModelError) -> String {
    try Self.fingerprint(of: [pins, tokenizer, encoder] + ofSight)
  }

  /// Of what reads the writing on images.
  func fingerprintOfReader() throws(EmbeddedModelError) -> String { try Self.fingerprint(of: [pins] + ofReader) }

  /// Names the files' contents: another model, or another recipe, has another fingerprint.
  static func fingerprint(of files: [URL]) throws(EmbeddedModelError) -> String {
    // FNV-1a, by eight bytes at a time: it tells releases apart and need not stand up to anybody.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01B3 }
    for file in files {
      try contents(of: file).withUnsafeBytes { bytes in
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
          mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        for byte in bytes[whole...] { mix(UInt64(byte)) }
      }
    }
    // What the last words have changed is in the upper half alone.
    let digits = String(hash ^ hash >> 32, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  static func contents(of file: URL) throws(EmbeddedModelError) -> Data {
    do {
      return try Data(contentsOf: file, options: .mappedIfSafe)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) cannot be read")
    }
  }
}
