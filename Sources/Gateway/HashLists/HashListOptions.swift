package import Foundation
internal import Storage

/// Where accounts' lists of known images are, and how much they may take together.
package struct HashListOptions: Sendable {
  package var folder: URL
  /// Bytes of memory that the lists of all accounts take at most.
  package var totalBytes: Int

  /// - Parameter dataFolder: the server's; the files get a folder in it.
  package init(dataFolder: URL, totalBytes: Int = HashListLimits.totalBytes) {
    folder = dataFolder.appending(path: HashListFiles.folderName, directoryHint: .isDirectory)
    self.totalBytes = totalBytes
  }
}
