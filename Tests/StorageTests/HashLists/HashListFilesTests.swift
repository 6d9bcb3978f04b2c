import Foundation
import Testing

@testable import Storage

/// The files of accounts' lists of known images.
struct HashListFilesTests {
  /// Both files of a list are its own, secured and removed with it; what is no list's is left alone.
  @Test func filesOfLists() async throws {
    let folder = TemporaryFolder()
    let files = HashListFiles(folder: folder.url.appendingPathComponent(HashListFiles.folderName))
    #expect(try await files.lists().isEmpty)
    try await files.prepare()
    let (one, two) = (UUID(), UUID())
    await #expect(throws: StoreError.self) { try await files.secure(one) }
    try Data("1".utf8).write(to: files.place(of: one))
    try Data("2".utf8).write(to: files.draft(of: one))
    try Data("3".utf8).write(to: files.draft(of: two))
    let other = files.place(of: one).deletingLastPathComponent().appendingPathComponent("README")
    try Data("4".utf8).write(to: other)
    #expect(try await files.lists() == [one, two])
    try await files.secure(one)
    try await files.removeDraft(of: one)
    #expect(try await files.lists() == [one, two])
    try await files.remove(two)
    try await files.remove(two)
    #expect(try await files.lists() == [one])
    try await files.remove(one)
    #expect(try await files.lists().isEmpty)
    #expect(FileManager.default.fileExists(atPath: other.path))
  }
}
