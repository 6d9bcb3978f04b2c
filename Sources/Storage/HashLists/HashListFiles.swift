package import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the files of accounts' lists of known images are: one a list, and one more while it is loaded; for their
/// owner's eyes alone.
package struct HashListFiles: Sendable {
  /// Its name in the data folder.
  package static let folderName = "gavel.hashes"
  private static let draftSuffix = ".draft"

  private let folder: PrivateFolder

  /// - Parameter folder: made when the first list comes.
  package init(folder: URL) {
    self.folder = PrivateFolder(url: folder, name: "the folder of the hash lists")
  }

  /// The file of a list.
  package func place(of list: UUID) -> URL { folder.url.appendingPathComponent(list.uuidString.lowercased()) }

  /// Where a list's entries are put aside while it is loaded.
  package func draft(of list: UUID) -> URL {
    folder.url.appendingPathComponent(list.uuidString.lowercased() + Self.draftSuffix)
  }

  /// Makes the folder where it is not there.
  package func prepare() async throws {
    try await withBlockingCall { [self] in try folder.make() }
  }

  /// Returns once a list's file is on the disk, and its name too.
  package func secure(_ list: UUID) async throws {
    try await withBlockingCall { [self] in
      try sync(place(of: list))
      try folder.sync()
      try folder.parent.sync()
    }
  }

  /// Removes what is there of a list.
  package func remove(_ list: UUID) async throws {
    try await withBlockingCall { [self] in
      try? FileManager.default.removeItem(at: draft(of: list))
      try? FileManager.default.removeItem(at: place(of: list))
    }
  }

  package func removeDraft(of list: UUID) async throws {
    try await withBlockingCall { [self] in try? FileManager.default.removeItem(at: draft(of: list)) }
  }

  /// The lists of which there is a file of either kind.
  package func lists() async throws -> Set<UUID> {
    try await withBlockingCall { [self] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
      return Set(
        names.compactMap { name in
          UUID(uuidString: name.hasSuffix(Self.draftSuffix) ? String(name.dropLast(Self.draftSuffix.count)) : name)
        })
    }
  }

  private func sync(_ file: URL) throws {
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreError.system("a file of a hash list could not be opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreError.system("a file of a hash list could not be synced") }
  }
}
