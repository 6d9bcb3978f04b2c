internal import AsyncAlgorithms
internal import Gateway
internal import Hummingbird
internal import NIOCore

/// A streamed answer as HTTP: `{"result":...}` and a newline for each result, written and flushed as it is ready.
///
/// The producer runs in a task of its own and hands over one result at a time, so that a slow reader holds it back. The
/// status waits for the first result or the error before it: the task that would read the results goes on only then.
final class ResultStream: Sendable {
  typealias Emit = @Sendable (ByteBuffer) async throws -> Void

  private let results: AsyncThrowingChannel<ByteBuffer, any Error>
  private let producer: Task<Void, Never>

  init(_ produce: @escaping @Sendable (Emit) async throws -> Void) {
    let results = AsyncThrowingChannel<ByteBuffer, any Error>()
    self.results = results
    producer = Task {
      do {
        try await produce { result in
          await results.send(result)
          try Task.checkCancellation()
        }
        results.finish()
      } catch {
        results.fail(error)
      }
    }
  }

  /// Nobody will read any more: the work has no purpose.
  deinit { producer.cancel() }

  /// - Throws: the error that came before any result.
  func body() async throws -> ResponseBody {
    var iterator = results.makeAsyncIterator()
    let first = try await withTaskCancellationHandler {
      try await iterator.next()
    } onCancel: {
      producer.cancel()
    }
    return ResponseBody { writer in
      try await self.write(first: first, to: &writer)
    }
  }

  private func write(first: ByteBuffer?, to writer: inout any ResponseBodyWriter) async throws {
    defer { producer.cancel() }
    if let first {
      try await writer.write(Self.line(first))
      do {
        for try await result in results { try await writer.write(Self.line(result)) }
      } catch let error as GatewayError {
        try await writer.write(ErrorBody.line(error))
      } catch let error where !(error is CancellationError) && !Task.isCancelled {
        try await writer.write(ErrorBody.line(GatewayError(error)))
      }
    }
    try await writer.finish(nil)
  }

  private static let head: StaticString = #"{"result":"#

  private static func line(_ result: ByteBuffer) -> ByteBuffer {
    var line = ByteBuffer()
    line.reserveCapacity(result.readableBytes + 12)
    line.writeStaticString(head)
    line.writeImmutableBuffer(result)
    line.writeStaticString("}\n")
    return line
  }
}
