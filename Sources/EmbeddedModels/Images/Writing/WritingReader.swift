internal import ContentIntake
internal import Foundation
package import SignalScoring
internal import Synchronization

/// Reads the writing on images with models in the process.
///
/// It runs on the threads of the pool that looks at images, and what it has read is kept there.
package final class WritingReader: ImageReader {
  private let files: ModelFiles
  private let pool: ImagePool
  private let fingerprint = Mutex<String?>(nil)

  /// Loads nothing yet.
  ///
  /// - Parameter pool: that looks at images, with the same files.
  package init(files: ModelFiles = .default, pool: ImagePool) {
    self.files = files
    self.pool = pool
  }

  /// Reads the files, the first time.
  package var version: String {
    fingerprint.withLock { fingerprint in
      if let fingerprint { return "gavel-writing/1-\(fingerprint)" }
      guard let made = try? files.fingerprintOfReader() else { return "gavel-writing/1-unusable" }
      fingerprint = made
      return "gavel-writing/1-\(made)"
    }
  }

  package func read(_ image: ImageContent) async throws -> TextContent {
    let seen: SeenImage
    do {
      seen = try await pool.look(at: image, for: [.writing])
    } catch let error as EmbeddedModelError {
      throw error.imageScoringError
    }
    if let failure = seen.failures[.writing] { throw failure.imageScoringError }
    let text = Self.joined((seen.findings[.writing] ?? []).map(\.writing))
    return TextContent(hash: ContentHash.hash(of: text), text: text)
  }

  /// What several pictures of a moving image say is not said twice.
  static func joined(_ writings: [String]) -> String {
    var lines: [Substring] = []
    var seen: Set<Substring> = []
    for writing in writings {
      // A line that one picture has twice stays.
      let new = writing.split(separator: "\n").filter { !seen.contains($0) }
      lines += new
      seen.formUnion(new)
    }
    return lines.joined(separator: "\n")
  }
}
