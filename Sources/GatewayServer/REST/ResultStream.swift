internal import AsyncAlgorithms
internal import Gateway
internal import Hummingbird
internal import NIOCore
internal import Synchronization

/// A streamed answer as HTTP: lines of results, written and flushed as they are ready.
///
/// The producer runs in a task of its own and hands over what is ready, so that a slow reader holds it back. The status
/// waits for the first result or the error before it: the task that would read the results goes on only then.
final class ResultStream: Sendable {
  private let results: AsyncThrowingChannel<ByteBuffer, any Error>
  private let producer: Task<Void, Never>

  /// The body of an answer, once its first result is there.
  ///
  /// - Throws: the error that came before any result.
  static func body(_ run: StreamRun, caller: Caller) async throws -> ResponseBody {
    run.isSingle ? try await single(run, caller: caller) : try await ResultStream(run, caller: caller).body()
  }

  /// One result needs no task beside the request's own: when it is ready, the work is done.
  private static func single(_ run: StreamRun, caller: Caller) async throws -> ResponseBody {
    let received = Mutex<ByteBuffer?>(nil)
    try await run.run(caller) { (line: ByteBuffer) in received.withLock { $0 = line } }
    return ResponseBody(byteBuffer: received.withLock { $0 } ?? ByteBuffer())
  }

  private init(_ run: StreamRun, caller: Caller) {
    let results = AsyncThrowingChannel<ByteBuffer, any Error>()
    self.results = results
    producer = Task {
      do {
        try await run.run(caller) { lines in
          await results.send(lines)
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
  private func body() async throws -> ResponseBody {
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
      try await writer.write(first)
      do {
        for try await lines in results { try await writer.write(lines) }
      } catch let error as GatewayError {
        try await writer.write(ErrorBody.line(error))
      } catch let error where !(error is CancellationError) && !Task.isCancelled {
        try await writer.write(ErrorBody.line(GatewayError(error)))
      }
    }
    try await writer.finish(nil)
  }
}
