import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder with the database and its lock; for its owner's eyes alone.
struct DataFolder: Sendable {
  let url: URL

  var database: URL { url.appendingPathComponent("gavel.sqlite", isDirectory: false) }
  private var folder: PrivateFolder { PrivateFolder(url: url, name: "the data folder `\(url.path)`") }
  private var lockFile: URL { url.appendingPathComponent("gavel.lock", isDirectory: false) }

  /// Takes the folder for one server.
  func lock() throws -> DataFolderLock {
    try folder.make()
    return try DataFolderLock(file: lockFile, folder: url)
  }

  /// Makes what is missing and closes it to others.
  func prepare() throws {
    try folder.make()
    closeToOthers()
    // Made here, not by SQLite, so that it is never open to others; SQLite gives its other files the same mode.
    let descriptor = open(database.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.system("the database `\(database.path)` could not be opened")
    }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else {
      throw StoreError.system("the database `\(database.path)` could not be closed to other users")
    }
  }

  /// Makes the names of new files survive a loss of power, as their contents do.
  func sync() throws { try folder.sync() }

  /// A folder that was there before is closed too where it is ours alone: `--data /tmp` must not lock others out of it.
  /// Where that is not allowed (a mounted volume) the files' own mode has to do.
  private func closeToOthers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    let isOurs = names.allSatisfy { $0.hasPrefix("gavel.") || $0 == "lost+found" }
    if isOurs { _ = chmod(url.path, 0o700) }
  }
}
