internal import AsyncHTTPClient
internal import Foundation
internal import GatewayProtocol
internal import NIOCore
internal import NIOFoundationCompat
internal import NIOHTTP1
internal import SwiftProtobuf

/// A server, as commands speak to it.
struct ServerConnection {
  let client: HTTPClient
  let address: String
  /// Nil where it speaks as nobody.
  let key: String?

  /// Calls a unary method.
  ///
  /// - Throws: `ServerRefusal` with the server's own words.
  func call<Answer: Message>(
    _ method: HTTPMethod, _ path: String, _ message: (any Message)? = nil, returning: Answer.Type = Answer.self
  ) async throws -> Answer {
    try await callWithHeaders(method, path, message).answer
  }

  /// The same, with the headers of the answer.
  func callWithHeaders<Answer: Message>(
    _ method: HTTPMethod, _ path: String, _ message: (any Message)? = nil, returning: Answer.Type = Answer.self
  ) async throws -> (answer: Answer, headers: HTTPHeaders) {
    var request = request(method, path)
    if let message {
      var bytes: [UInt8] = []
      try ProtoJSONWriter.encode(message, into: &bytes)
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(bytes)
    }
    let (status, headers, body) = try await exchange(request, timeout: ServerArguments.timeout)
    guard status == .ok else { throw ServerRefusal(message: Self.message(of: status, body)) }
    return (try ProtoJSONReader.decode(from: Array(buffer: body)), headers)
  }

  /// Sends a file as a request's body.
  ///
  /// - Parameter type: of what is in it.
  /// - Throws: `ServerRefusal`, of an input where the server does not take the file.
  func send(
    _ file: OutgoingFile, as type: String, by request: HTTPClientRequest, timeout: TimeAmount
  ) async throws -> ByteBuffer {
    var request = request
    request.headers.add(name: "Content-Type", value: type)
    request.body = .stream(file, length: .known(file.length))
    let (status, _, body) = try await exchange(request, timeout: timeout)
    guard status == .ok else {
      throw ServerRefusal(
        message: "\(file.path): \(Self.message(of: status, body))",
        isInput: status == .badRequest || status == .payloadTooLarge)
    }
    return body
  }

  /// A request with the key, where there is one, and without a body.
  func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
    var request = HTTPClientRequest(url: address + path)
    request.method = method
    if let key { request.headers.add(name: "Authorization", value: "Bearer \(key)") }
    return request
  }

  /// - Throws: `ServerRefusal` where no whole answer comes.
  func exchange(
    _ request: HTTPClientRequest, timeout: TimeAmount
  ) async throws -> (status: HTTPResponseStatus, headers: HTTPHeaders, body: ByteBuffer) {
    do {
      let response = try await client.execute(request, timeout: timeout)
      return (response.status, response.headers, try await response.body.collect(upTo: ServerArguments.answerBytes))
    } catch {
      throw ServerRefusal(message: "\(address) cannot be reached: \(error)", isUnreachable: true)
    }
  }

  /// The server's own words for what it did not do.
  static func message(of status: HTTPResponseStatus, _ body: ByteBuffer) -> String {
    let refusal = try? ProtoJSONReader.decode(Google_Rpc_Status.self, from: Array(buffer: body))
    return refusal?.message ?? "the server answered \(status.code)"
  }
}
