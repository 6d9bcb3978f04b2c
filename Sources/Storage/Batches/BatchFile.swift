import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of a batch job, open for reading or for writing at its end; closed when it is let go.
///
/// Not for two tasks at once. Nothing of it blocks a thread that tasks share.
package final class BatchFile: Sendable {
  package let name: String
  private let descriptor: Int32

  /// - Parameter flags: of `open`.
  init(_ url: URL, flags: Int32) throws {
    name = url.lastPathComponent
    descriptor = open(url.path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.system("a file of a batch job could not be opened") }
  }

  deinit { close(descriptor) }

  /// The next bytes, at most so many; none at the end.
  package func read(upTo count: Int) async throws -> [UInt8] {
    try await withBlockingCall { [self] in
      var failed: StoreError?
      let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
        length = 0
        guard let start = buffer.baseAddress else { return }
        var result: Int
        repeat { result = systemRead(descriptor, start, count) } while result < 0 && errno == EINTR
        if result < 0 { failed = .system("a file of a batch job could not be read") } else { length = result }
      }
      if let failed { throw failed }
      return bytes
    }
  }

  package func append(_ bytes: [UInt8]) async throws {
    if bytes.isEmpty { return }
    try await withBlockingCall { [self] in try write(bytes) }
  }

  func write(_ bytes: [UInt8]) throws {
    let failed: StoreError? = bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
        let written = systemWrite(descriptor, start, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return .system("a file of a batch job could not be written")
        }
        rest = rest.dropFirst(written)
      }
      return nil
    }
    if let failed { throw failed }
  }

  /// Returns once what was written is on the disk.
  package func sync() async throws {
    try await withBlockingCall { [self] in try secure() }
  }

  func secure() throws {
    guard fsync(descriptor) == 0 else { throw StoreError.system("a file of a batch job could not be synced") }
  }

  /// Bytes.
  package func length() async throws -> Int {
    try await withBlockingCall { [self] in
      var status = stat()
      guard fstat(descriptor, &status) == 0 else {
        throw StoreError.system("a file of a batch job could not be looked at")
      }
      return Int(status.st_size)
    }
  }

  /// Leaves nothing beyond, and writes on from there.
  func cut(at length: Int) throws {
    guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, 0, SEEK_END) == off_t(length) else {
      throw StoreError.system("a file of a batch job could not be cut")
    }
  }
}

private func systemRead(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, start, count)
}

private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, start, count)
}
