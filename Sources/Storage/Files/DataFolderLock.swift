import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a second server out of a data folder: its recovery would settle jobs that the first one still runs.
///
/// The kernel holds it for the open file, so that a server that dies, however it dies, leaves none behind.
final class DataFolderLock: Sendable {
  /// Nil once released.
  private let descriptor: Mutex<Int32?>

  init(file: URL, folder: URL) throws {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreError.system("the lock `\(file.path)` could not be opened") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      defer { close(descriptor) }
      guard errno == EWOULDBLOCK else { throw StoreError.system("the lock `\(file.path)` could not be taken") }
      let holder = Self.holder(descriptor).map { " (process \($0))" } ?? ""
      throw StoreError(.unavailable, "the data folder `\(folder.path)` is in use by another server\(holder)")
    }
    self.descriptor = Mutex(descriptor)
    Self.write(holder: getpid(), descriptor)
  }

  deinit { release() }

  func release() {
    let held = descriptor.withLock { descriptor in
      defer { descriptor = nil }
      return descriptor
    }
    if let held { close(held) }
  }

  /// The process is named for people only, so that a failure to write it is no failure of the lock.
  private static func write(holder: pid_t, _ descriptor: Int32) {
    let text = Array("\(holder)\n".utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var text = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &text, text.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: text.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
