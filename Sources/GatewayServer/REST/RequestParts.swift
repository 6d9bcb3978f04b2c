internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Hummingbird
internal import SwiftProtobuf

/// What a request brings that a message can be made of.
struct RequestParts: Sendable {
  private(set) var body: RequestBody?
  /// The file that is the body, where the route takes one.
  private(set) var file: FileBody?
  private var query: [QueryBinder.Parameter] = []
  private var path: [String: String] = [:]

  /// - Throws: `BodyTooLarge`.
  init(_ request: Request, context: RESTContext, route: Route) throws {
    for (name, value) in context.parameters { path[String(name)] = String(value).removingPercentEncoding ?? "" }
    switch route.body {
    case .message:
      if let length = request.headers[.contentLength].flatMap(Int.init), length > RESTLimits.bodyBytes {
        throw BodyTooLarge()
      }
      body = request.body
    case .query:
      query = Self.query(of: request)
    case .file(let field, let limit):
      let length = request.headers[.contentLength].flatMap(Int.init)
      if let length, length > limit { throw BodyTooLarge(limit: limit) }
      file = FileBody(body: request.body, length: length)
      query = Self.query(of: request).filter { $0.name != field }
    }
  }

  private static func query(of request: Request) -> [QueryBinder.Parameter] {
    request.uri.queryParameters.map { (String($0.key), String($0.value)) }
  }

  /// The request's message: the body's or the query's fields, then the path's.
  ///
  /// - Parameter bind: the field that each path parameter sets.
  /// - Throws: `GatewayError` INVALID_ARGUMENT; `BodyTooLarge`.
  func message<M: Message>(bind: [String: String], reader: BodyReader<M>) async throws -> M {
    do {
      var message = M()
      if let body { message = try await reader.read(body) }
      let bound = bind.compactMap { parameter, field in path[parameter].map { (name: field, value: $0) } }
      try QueryBinder.bind(path: bound, query: query, to: &message)
      return message
    } catch let error as WireFormatError {
      throw GatewayError(.invalidArgument, error.message)
    }
  }
}

/// A body over the limit.
struct BodyTooLarge: Error {
  /// Bytes.
  var limit = RESTLimits.bodyBytes
}
