package import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files of batch jobs: a folder each, with the input that came and the output so far; for their owner's eyes alone.
package struct BatchFiles: Sendable {
  /// Its name in the data folder.
  package static let folderName = "gavel.batches"
  private static let inputPrefix = "input-"

  private let folder: PrivateFolder

  /// - Parameter folder: made when the first file comes.
  package init(folder: URL) {
    self.folder = PrivateFolder(url: folder, name: "the folder of the batch jobs")
  }

  /// The secret that the addresses of the files are signed with: what is proposed, where there was none before.
  ///
  /// Not in the database, whose copies are to have no secret in them that works.
  package func secret(orKeep proposed: Data) async throws -> Data {
    try await withBlockingCall { [self] in
      let place = folder.url.appendingPathComponent("secret")
      let kept = try? Data(contentsOf: place)
      if let kept, kept.count == proposed.count { return kept }
      try folder.make()
      let draft = folder.url.appendingPathComponent("secret-\(UUID().uuidString.lowercased())")
      defer { try? FileManager.default.removeItem(at: draft) }
      let file = try BatchFile(draft, flags: O_WRONLY | O_CREAT | O_EXCL)
      try file.write(Array(proposed))
      try file.secure()
      // Of two at once the first stays; one that was not whole is replaced.
      let isKept =
        kept == nil ? link(draft.path, place.path) == 0 || errno == EEXIST : rename(draft.path, place.path) == 0
      guard isKept else { throw StoreError.system("the secret of the batch jobs' addresses could not be kept") }
      try folder.sync()
      try folder.parent.sync()
      return try Data(contentsOf: place)
    }
  }

  /// A new, empty input file, beside any that is there.
  package func makeInput(of batch: UUID) async throws -> BatchFile {
    try await withBlockingCall { [self] in
      try folder(of: batch).make()
      let file = place(of: batch).appendingPathComponent("\(Self.inputPrefix)\(UUID().uuidString.lowercased()).csv")
      return try BatchFile(file, flags: O_WRONLY | O_CREAT | O_EXCL)
    }
  }

  /// Returns once what was written to a file is on the disk, and its name too.
  package func secure(_ file: BatchFile, of batch: UUID) async throws {
    try await file.sync()
    try await withBlockingCall { [self] in
      try folder(of: batch).sync()
      try folder.sync()
      try folder.parent.sync()
    }
  }

  package func openInput(_ name: String, of batch: UUID) async throws -> BatchFile {
    try await withBlockingCall { [self] in
      try BatchFile(place(of: batch).appendingPathComponent(name), flags: O_RDONLY)
    }
  }

  /// The output, to be written on from there; what a server wrote beyond before it died is cut off.
  ///
  /// - Returns: nil where it is shorter.
  package func openOutput(of batch: UUID, at length: Int) async throws -> BatchFile? {
    try await withBlockingCall { [self] in
      try folder(of: batch).make()
      let file = try BatchFile(output(of: batch), flags: O_WRONLY | O_CREAT)
      var status = stat()
      guard stat(output(of: batch).path, &status) == 0 else {
        throw StoreError.system("a file of a batch job could not be looked at")
      }
      guard Int(status.st_size) >= length else { return nil }
      try file.cut(at: length)
      return file
    }
  }

  package func readOutput(of batch: UUID) async throws -> BatchFile {
    try await withBlockingCall { [self] in try BatchFile(output(of: batch), flags: O_RDONLY) }
  }

  /// The names of the input files that are there.
  package func inputs(of batch: UUID) async throws -> [String] {
    try await withBlockingCall { [self] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place(of: batch).path)) ?? []
      return names.filter { $0.hasPrefix(Self.inputPrefix) }
    }
  }

  /// Removes these input files; one that is not there is none to remove.
  package func removeInputs(_ names: [String], of batch: UUID) async throws {
    try await withBlockingCall { [self] in
      for name in names { try? FileManager.default.removeItem(at: place(of: batch).appendingPathComponent(name)) }
    }
  }

  /// Removes all that is there of a batch job.
  package func remove(_ batch: UUID) async throws {
    try await withBlockingCall { [self] in try? FileManager.default.removeItem(at: place(of: batch)) }
  }

  /// The batch jobs that have a folder.
  package func batches() async throws -> [UUID] {
    try await withBlockingCall { [self] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
      return names.compactMap(UUID.init(uuidString:))
    }
  }

  private func place(of batch: UUID) -> URL {
    folder.url.appendingPathComponent(batch.uuidString.lowercased(), isDirectory: true)
  }

  private func folder(of batch: UUID) -> PrivateFolder {
    PrivateFolder(url: place(of: batch), name: "the folder of a batch job")
  }

  private func output(of batch: UUID) -> URL { place(of: batch).appendingPathComponent("output.jsonl") }
}
