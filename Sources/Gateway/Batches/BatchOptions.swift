package import Foundation
internal import Storage

/// Where batch jobs' files are, and how callers reach them.
package struct BatchOptions: Sendable {
  package var folder: URL
  /// See `PublicAddress`.
  package var publicURL: String?

  /// - Parameters:
  ///   - dataFolder: the server's; the files get a folder in it.
  ///   - publicURL: nil: where the server listens.
  package init(dataFolder: URL, publicURL: String? = nil) {
    folder = dataFolder.appending(path: BatchFiles.folderName, directoryHint: .isDirectory)
    self.publicURL = publicURL
  }
}
