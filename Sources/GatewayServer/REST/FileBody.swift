internal import Gateway
internal import Hummingbird
internal import NIOCore

/// A file that is a request's body, piece by piece; one that ends before the length that was told is none.
struct FileBody: AsyncSequence, Sendable {
  struct AsyncIterator: AsyncIteratorProtocol {
    var base: RequestBody.AsyncIterator
    let length: Int?
    var bytes = 0

    mutating func next() async throws -> [UInt8]? {
      guard let piece = try await base.next() else {
        if let length, bytes < length { throw GatewayError(.cancelled, "the file did not come to its end") }
        return nil
      }
      bytes += piece.readableBytes
      return Array(buffer: piece)
    }
  }

  let body: RequestBody
  /// Bytes, where they were told beforehand.
  let length: Int?

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: body.makeAsyncIterator(), length: length) }
}
