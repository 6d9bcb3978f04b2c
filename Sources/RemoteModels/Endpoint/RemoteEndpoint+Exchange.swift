internal import AsyncHTTPClient
internal import Foundation
internal import NIOCore
internal import NIOHTTP1

extension RemoteEndpoint {
  static func body(of request: ChatRequest) throws(RemoteModelError) -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(request) else {
      throw RemoteModelError(.misconfigured, "a request to the remote model cannot be written")
    }
    return ByteBuffer(bytes: data)
  }

  static func answer(in body: ByteBuffer) throws(RemoteModelError) -> ChatAnswer {
    guard let answer = try? JSONDecoder().decode(ChatAnswer.self, from: Data(body.readableBytesView)) else {
      throw RemoteModelError(.unusableAnswer, "what the remote model's server answered is no chat completion")
    }
    return answer
  }

  /// One request and the body of its answer.
  ///
  /// - Throws: `RemoteModelError`, or `CancellationError` where the caller's task is cancelled.
  func exchange(_ body: ByteBuffer) async throws -> ByteBuffer {
    let request = request(body)
    let limit = configuration.limits.answerBytes
    // The client's own deadline ends with the answer's head, and this one with its last byte.
    return try await withTimeout(configuration.limits.request) { [client] in
      do {
        let response = try await client.execute(request, deadline: .distantFuture)
        guard (200..<300).contains(response.status.code) else { throw Self.refusal(response) }
        return try await response.body.collect(upTo: limit)
      } catch {
        throw Self.cause(error, limit)
      }
    }
  }

  private func request(_ body: ByteBuffer) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: configuration.chatURL)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "Accept", value: "application/json")
    if let key = configuration.apiKey { request.headers.add(name: "Authorization", value: key.bearer) }
    request.body = .bytes(body)
    return request
  }

  /// What the server writes beside its status is not read: it may repeat the content or the key.
  private static func refusal(_ response: HTTPClientResponse) -> RemoteModelError {
    var error = RemoteModelError.refused(status: Int(response.status.code))
    error.retryAfter = RetryAfter.pause(response.headers.first(name: "Retry-After"), at: Date())
    return error
  }

  /// What became of an exchange, without the words of those who noticed: they may name the address.
  private static func cause(_ error: any Error, _ limit: Int) -> any Error {
    if Task.isCancelled { return CancellationError() }
    switch error {
    case let error as RemoteModelError: return error
    case is NIOTooManyBytesError:
      return RemoteModelError(
        .unusableAnswer, "the remote model's server answered with more than the \(limit) bytes that are read")
    default: return RemoteModelError.unreachable
    }
  }
}
