internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import NIOFoundationCompat
internal import SwiftProtobuf

/// What a request brings that a message can be made of.
struct RequestParts: Sendable {
  private var body: [UInt8] = []
  private var query: [QueryBinder.Parameter] = []
  private var path: [String: String] = [:]

  /// - Throws: `GatewayError`; `BodyTooLarge`.
  init(_ request: Request, context: RESTContext, route: Route) async throws {
    for (name, value) in context.parameters { path[String(name)] = String(value).removingPercentEncoding ?? "" }
    switch route.body {
    case .message:
      if let length = request.headers[.contentLength].flatMap(Int.init), length > RESTLimits.bodyBytes {
        throw BodyTooLarge()
      }
      body = Array(buffer: try await request.body.collect(upTo: RESTLimits.bodyBytes))
    case .query:
      query = request.uri.queryParameters.map { (String($0.key), String($0.value)) }
    }
  }

  /// The request's message: the body's or the query's fields, then the path's.
  ///
  /// - Parameter bind: the field that each path parameter sets.
  /// - Throws: `GatewayError` INVALID_ARGUMENT.
  func message<M: Message>(_ type: M.Type = M.self, bind: [String: String]) throws(GatewayError) -> M {
    do {
      var message: M = try ProtoJSONReader.decode(from: body)
      let bound = bind.compactMap { parameter, field in path[parameter].map { (name: field, value: $0) } }
      try QueryBinder.bind(path: bound, query: query, to: &message)
      return message
    } catch {
      throw GatewayError(.invalidArgument, error.message)
    }
  }
}

/// A body over the limit.
struct BodyTooLarge: Error {}
