package import Foundation

/// Decodes pictures on threads of its own, so that decoding never holds up a thread that others await on.
///
/// Callers suspend until their picture is decoded; where more wait than may, a caller is refused at once. A caller that
/// is cancelled leaves at once: what has not begun of its work is dropped, what has begun is finished for nobody. The
/// threads end with the pool. At any time no more pictures are being decoded than there are threads, so the memory that
/// decoding needs is at most what `ImageDecoder` says, times the threads.
package final class DecodingPool: Sendable {
  private let state: DecodingPoolState

  /// - Parameters:
  ///   - threads: pictures that are decoded at once.
  ///   - waiting: pictures that may wait, beside those that are being decoded.
  package convenience init(threads: Int = 2, waiting: Int = 64) {
    self.init(threads: threads, waiting: waiting) { work throws(ImageError) in
      try ImageDecoder.decode(work.bytes, header: work.header, longestSide: work.longestSide)
    }
  }

  init(
    threads: Int, waiting: Int,
    decode: @escaping @Sendable (DecodingWork) throws(ImageError) -> [Picture]
  ) {
    let state = DecodingPoolState(capacity: max(waiting, 0) + max(threads, 1))
    self.state = state
    for number in 0..<max(threads, 1) {
      let thread = Thread { state.work(with: decode) }
      thread.name = "gavel-images-\(number)"
      thread.start()
    }
  }

  deinit {
    state.stop()
  }

  /// Decodes a picture: see `ImageDecoder`.
  ///
  /// - Throws: `ImageError`, `overloaded` and `stopped` among them, or `CancellationError` where the caller's task is
  ///   cancelled.
  package func decode(_ bytes: Data, header: ImageHeader, longestSide: Int) async throws -> [Picture] {
    let id = state.newID()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        state.submit(DecodingWork(bytes: bytes, header: header, longestSide: longestSide), as: id, continuation)
      }
    } onCancel: {
      state.cancel(id)
    }
  }

  /// Pictures that have not been begun.
  var waitingCount: Int { state.waitingCount }

  /// Lets the threads end: what is being decoded is finished for nobody, and all who wait are told.
  package func stop() { state.stop() }
}
