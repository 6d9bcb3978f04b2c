import Foundation
import GRDB
import Testing

@testable import Storage

struct DataFolderTests {
  private func mode(_ url: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    return try #require(attributes[.posixPermissions] as? NSNumber).intValue
  }

  /// The folder and all its files are closed to everyone but their owner.
  @Test func isClosedToOthers() async throws {
    let folder = TemporaryFolder()
    let store = try await SQLiteStore.open(folder: folder.url)
    try await store.insert(Sample.account())
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    let modes = try names.map { try mode(folder.url.appendingPathComponent($0)) }
    try await store.close()
    #expect(try mode(folder.url) == 0o700)
    #expect(names == ["gavel.lock", "gavel.sqlite", "gavel.sqlite-shm", "gavel.sqlite-wal"])
    #expect(modes == [0o600, 0o600, 0o600, 0o600])
  }

  /// A folder that was there is closed where it is ours alone, and left as it is where others keep things in it.
  @Test(arguments: [(neighbour: nil as String?, expected: 0o700), ("notes.txt", 0o755)])
  func closesAFolderThatIsOurs(neighbour: String?, expected: Int) async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    if let neighbour { try Data().write(to: folder.url.appendingPathComponent(neighbour)) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path)
    let store = try await SQLiteStore.open(folder: folder.url)
    try await store.close()
    #expect(try mode(folder.url) == expected)
  }

  /// A folder is open once; its second server is told who has it, and gets in once the first has closed.
  @Test func isOpenOnce() async throws {
    let folder = TemporaryFolder()
    let first = try await SQLiteStore.open(folder: folder.url)
    let error = await #expect(throws: StoreError.self) { try await SQLiteStore.open(folder: folder.url) }
    #expect(error?.code == .unavailable)
    #expect(
      error?.message
        == "the data folder `\(folder.url.path)` is in use by another server (process \(ProcessInfo.processInfo.processIdentifier))"
    )
    try await first.close()
    let second = try await SQLiteStore.open(folder: folder.url)
    try await second.close()
  }

  /// Letting a store go without closing it frees the folder too.
  @Test(.timeLimit(.minutes(1))) func isFreedWithItsStore() async throws {
    let folder = TemporaryFolder()
    var store: SQLiteStore? = try await SQLiteStore.open(folder: folder.url)
    try await store?.insert(Sample.account())
    store = nil
    // The writer's queue may hold the store for a moment after its last answer.
    var reopened: SQLiteStore?
    while reopened == nil { reopened = try? await SQLiteStore.open(folder: folder.url) }
    #expect(try await reopened?.account(named: "default") != nil)
    try await reopened?.close()
  }

  /// A path that cannot be a folder is an error that names it.
  @Test func refusesAFile() async throws {
    let folder = TemporaryFolder()
    try Data("x".utf8).write(to: folder.url)
    let error = await #expect(throws: StoreError.self) { try await SQLiteStore.open(folder: folder.url) }
    #expect(error?.code == .unavailable && error?.message.contains(folder.url.path) == true)
  }

  /// A file that is no database is an error, not a new database.
  @Test func refusesAForeignFile() async throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    let file = folder.url.appendingPathComponent("gavel.sqlite")
    let foreign = Data(repeating: 0x41, count: 8_192)
    try foreign.write(to: file)
    #expect(try await codeThrown { _ = try await SQLiteStore.open(folder: folder.url) } == .unavailable)
    #expect(try Data(contentsOf: file) == foreign)
  }
}
