internal import Foundation
internal import NIOCore

/// A file that goes to a server, block by block.
struct OutgoingFile: AsyncSequence, Sendable {
  struct AsyncIterator: AsyncIteratorProtocol {
    private static let blockBytes = 256 << 10

    let handle: FileHandle

    func next() async throws -> ByteBuffer? {
      guard let block = try handle.read(upToCount: Self.blockBytes), !block.isEmpty else { return nil }
      return ByteBuffer(bytes: block)
    }
  }

  let path: String
  /// Bytes.
  let length: Int64
  private let handle: FileHandle

  /// - Throws: `SettingError` where it cannot be read.
  init(path: String) throws {
    guard let handle = try? FileHandle(forReadingFrom: URL(filePath: path)), let length = try? handle.seekToEnd(),
      (try? handle.seek(toOffset: 0)) != nil
    else { throw SettingError("\(path): cannot be read") }
    self.path = path
    self.length = Int64(clamping: length)
    self.handle = handle
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(handle: handle) }
}
