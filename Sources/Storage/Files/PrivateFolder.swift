import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder for its owner's eyes alone.
struct PrivateFolder: Sendable {
  let url: URL
  /// What messages call it.
  let name: String

  /// The folder it is in.
  var parent: PrivateFolder { PrivateFolder(url: url.deletingLastPathComponent(), name: "the folder around \(name)") }

  /// Makes it where it is not there.
  func make() throws {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError(.unavailable, "\(name) could not be made", cause: error)
    }
  }

  /// Makes the names of its files survive a loss of power, as their contents do.
  func sync() throws {
    let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.system("\(name) could not be opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError.system("\(name) could not be synced") }
  }
}
