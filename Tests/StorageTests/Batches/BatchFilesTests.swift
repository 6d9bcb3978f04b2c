import Foundation
import Testing

@testable import Storage

/// The files of batch jobs on the disk.
struct BatchFilesTests {
  private let folder = TemporaryFolder()
  private let batch = UUID()
  private var files: BatchFiles { BatchFiles(folder: folder.url) }

  private func output() async throws -> [UInt8] { try await files.readOutput(of: batch).read(upTo: 1_000) }

  /// What was written beyond the place is cut off, whole lines as well as torn ones, and writing goes on from there.
  @Test(arguments: ["", "{\"b\":", "{\"b\":2}\n", "{\"b\":2}\n{\"c", "\0\0\0\0"])
  func cutsWhatIsBeyond(_ beyond: String) async throws {
    let first = Array("{\"a\":1}\n".utf8)
    let file = try #require(try await files.openOutput(of: batch, at: 0))
    try await file.append(first + Array(beyond.utf8))
    let again = try #require(try await files.openOutput(of: batch, at: first.count))
    #expect(try await again.length() == first.count)
    try await again.append(Array("{\"b\":2}\n".utf8))
    #expect(try await output() == first + Array("{\"b\":2}\n".utf8))
  }

  /// An output that is shorter than it was is not filled up with anything.
  @Test func saysWhereTheOutputIsShorter() async throws {
    #expect(try await files.openOutput(of: batch, at: 1) == nil)
    let file = try #require(try await files.openOutput(of: batch, at: 0))
    try await file.append([1, 2, 3])
    #expect(try await files.openOutput(of: batch, at: 4) == nil)
    #expect(try await output() == [1, 2, 3])
  }

  /// Inputs stand beside one another until one is removed; nothing of them can be read by others.
  @Test func keepsInputsApart() async throws {
    let first = try await files.makeInput(of: batch)
    let second = try await files.makeInput(of: batch)
    try await first.append(Array("first".utf8))
    try await second.append(Array("second".utf8))
    try await files.secure(second, of: batch)
    #expect(Set(try await files.inputs(of: batch)) == [first.name, second.name])
    try await files.removeInputs([first.name, "input-none.csv"], of: batch)
    #expect(try await files.inputs(of: batch) == [second.name])
    #expect(try await files.openInput(second.name, of: batch).read(upTo: 100) == Array("second".utf8))
    let path = folder.url.appendingPathComponent(batch.uuidString.lowercased())
    for (file, mode) in [(path, 0o700), (path.appendingPathComponent(second.name), 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }

  /// The first secret stays, whoever comes first; one that was not whole is replaced.
  @Test func keepsTheSecret() async throws {
    let secrets = try await withThrowingTaskGroup(of: Data.self) { [files] group in
      for byte in 1...8 as ClosedRange<UInt8> {
        group.addTask { try await files.secret(orKeep: Data(repeating: byte, count: 32)) }
      }
      return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
    }
    #expect(secrets.count == 1)
    try Data([1]).write(to: folder.url.appendingPathComponent("secret"))
    let fresh = Data(repeating: 9, count: 32)
    #expect(try await files.secret(orKeep: fresh) == fresh)
    #expect(try await files.batches().isEmpty)
  }

  /// A batch job's folder goes with all that is in it; another's stays.
  @Test func removesOneBatch() async throws {
    let other = UUID()
    _ = try await files.makeInput(of: batch)
    _ = try await files.openOutput(of: batch, at: 0)
    _ = try await files.makeInput(of: other)
    try await files.remove(batch)
    try await files.remove(batch)
    #expect(try await files.batches() == [other])
    #expect(try await files.inputs(of: batch).isEmpty)
  }
}
