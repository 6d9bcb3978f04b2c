import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension StoreError {
  /// A system call that failed just now: to be called before anything else can change `errno`.
  static func system(_ message: String) -> StoreError {
    let cause = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    return StoreError(.unavailable, "\(message): \(String(cString: strerror(cause.code.rawValue)))", cause: cause)
  }
}
