internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import SwiftProtobuf

/// One method of a service under a path: all that REST adds to it.
struct Route: Sendable {
  /// Where the request message comes from, beside the path.
  enum Body: Sendable {
    /// The HTTP body is the message, as JSON.
    case message
    /// There is no body: the query parameters are the fields.
    case query
    /// The body is a file of so many bytes at most, the message's bytes field of this name; the query parameters are the
    /// other fields.
    case file(field: String, limit: Int)
  }

  enum Call: Sendable {
    /// The answer's JSON.
    case unary(@Sendable (RequestParts, Caller) async throws -> ByteBuffer)
    /// The answer's JSON, and headers of its own.
    case headed(@Sendable (RequestParts, Caller) async throws -> (ByteBuffer, HTTPFields))
    /// The answer's JSON, to whoever asks: what the request has in it stands in the place of a key.
    case open(@Sendable (RequestParts) async throws -> ByteBuffer)
    /// Reads the request, so that its bytes are let go of before the first answer, and answers what runs it.
    case stream(@Sendable (RequestParts) async throws -> StreamRun)
  }

  var verb: HTTPRequest.Method
  /// With parameters in braces: `/v1/jobs/{id}`.
  var path: String
  /// `package.Service/Method`: what the role table knows it by.
  var method: String
  var body: Body
  /// The query parameter that a key may come in, beside the header; nil: in no other place than that.
  var keyParameter: String?
  var call: Call
  /// The request's field that each path parameter sets, as the `.proto` file has it: `["id": "job_uuid"]`.
  var bind: [String: String] = [:]
  /// The full name of the message that is read; nil where none is.
  var request: String?
  /// What it is for, where no `.proto` file says so.
  var summary = ""
  /// Whether it does anything but say that it is not in this version.
  var isServed = true

  /// Whether the answer is lines, and an error one of them.
  var isStream: Bool {
    if case .stream = call { true } else { false }
  }

  /// The shape of its errors.
  var errorShape: ErrorShape { isStream ? .stream : ErrorShape(path: path) }

  /// In the order of the path.
  var pathParameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map {
      String($0.dropFirst().dropLast())
    }
  }

  /// What a request shows of who asks.
  func authorization(of request: Request) -> String? {
    if let header = request.headers[.authorization] { return header }
    guard let keyParameter, let key = request.uri.queryParameters[keyParameter[...]], !key.isEmpty else { return nil }
    return "Bearer \(key)"
  }

  /// - Parameter path: the message's field that each path parameter sets: `["id": "job_uuid"]`.
  static func unary<Request: Message, Response: Message>(
    _ verb: HTTPRequest.Method, _ path: String, _ method: String, body: Body = .message,
    bind: [String: String] = [:], reader: BodyReader<Request> = .whole,
    _ call: @escaping @Sendable (Request, Caller) async throws -> Response
  ) -> Route {
    Route(
      verb: verb, path: path, method: method, body: body,
      call: .unary { parts, caller in
        let response = try await call(parts.message(bind: bind, reader: reader), caller)
        return try encode(response)
      },
      bind: bind, request: Request.protoMessageName)
  }

  /// - Parameters:
  ///   - header: the one that the answer has beside its message.
  ///   - call: the message, and what stands in the header.
  static func headed<Request: Message, Response: Message>(
    _ verb: HTTPRequest.Method, _ path: String, _ method: String, body: Body = .message,
    bind: [String: String] = [:], header: HTTPField.Name,
    _ call: @escaping @Sendable (Request, Caller) async throws -> (Response, String)
  ) -> Route {
    Route(
      verb: verb, path: path, method: method, body: body,
      call: .headed { parts, caller in
        let (response, value) = try await call(parts.message(bind: bind, reader: .whole), caller)
        return (try encode(response), [header: value])
      },
      bind: bind, request: Request.protoMessageName)
  }

  /// - Parameter call: reads the request and answers what runs it.
  static func stream<Request: Message>(
    _ verb: HTTPRequest.Method, _ path: String, _ method: String, bind: [String: String] = [:],
    reader: BodyReader<Request> = .whole,
    _ call: @escaping @Sendable (Request) throws -> StreamRun
  ) -> Route {
    Route(
      verb: verb, path: path, method: method, body: .message,
      call: .stream { parts in try call(await parts.message(bind: bind, reader: reader)) }, bind: bind,
      request: Request.protoMessageName)
  }

  static func encode(_ message: some Message) throws -> ByteBuffer {
    ByteBuffer(bytes: try ProtoJSONWriter.encode(message))
  }
}
