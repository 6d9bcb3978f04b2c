internal import Gateway
internal import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import SwiftProtobuf

/// Answers REST requests: checks the key, finds the route's method, calls it, renders what it answers.
package struct RESTResponder: Sendable {
  private let services: ServiceSet

  package init(services: ServiceSet) {
    self.services = services
  }

  /// A router with every route of the table, health, and what describes them.
  package func router() -> Router<RESTContext> {
    let router = Router(context: RESTContext.self)
    // Outermost, so that errors have them too.
    router.add(middleware: RateLimitHeaders(limiter: services.gate.limiter))
    router.add(middleware: ErrorMiddleware())
    router.get("/livez") { _, _ in Self.health(true) }
    router.get("/readyz") { [health = services.health] _, _ in Self.health(health.isServing) }
    let routes = RouteTable.routes(services)
    let pages = DocumentationPages(routes)
    router.get("/openapi.json") { request, _ in pages.answer(request, \.document) }
    router.get("/docs") { request, _ in pages.answer(request, \.page) }
    BatchFileRoutes(batches: services.batches).add(to: router)
    for route in routes {
      router.on(RouterPath(route.path), method: route.verb) { request, context in
        do {
          return try await respond(to: request, context: context, route: route)
        } catch  where route.isStream {
          throw StreamFailure(cause: error)
        }
      }
    }
    return router
  }

  private func respond(to request: Request, context: RESTContext, route: Route) async throws -> Response {
    if case .open(let call) = route.call {
      // INVARIANT: what the table of roles does not open is not open.
      guard MethodRoles.access(to: route.method) == .open else {
        throw GatewayError(.permissionDenied, "this method is not open")
      }
      let body = try await call(RequestParts(request, context: context, route: route))
      return Response(status: .ok, headers: Self.headers, body: ResponseBody(byteBuffer: body))
    }
    let caller = try await services.gate.admit(
      authorization: route.authorization(of: request), to: route.method, noting: context.knownCaller.note)
    let parts = try RequestParts(request, context: context, route: route)
    switch route.call {
    case .unary(let call):
      let body = try await Caller.$current.withValue(caller) { try await call(parts, caller) }
      return Response(status: .ok, headers: Self.headers, body: ResponseBody(byteBuffer: body))
    case .headed(let call):
      let (body, headers) = try await Caller.$current.withValue(caller) { try await call(parts, caller) }
      var response = Response(status: .ok, headers: Self.headers, body: ResponseBody(byteBuffer: body))
      response.headers.append(contentsOf: headers)
      return response
    case .open: throw GatewayError(.internalError, "an internal error")
    case .stream(let call):
      let run = try await call(parts)
      let body = try await Caller.$current.withValue(caller) { try await ResultStream.body(run, caller: caller) }
      var response = Response(status: .ok, headers: Self.headers, body: body)
      // A stream is chunked, though it be of one result.
      response.headers[.contentLength] = nil
      return response
    }
  }

  static let headers: HTTPFields = [.contentType: "application/json", .cacheControl: "no-store"]

  private static func health(_ isWell: Bool) -> Response {
    Response(
      status: isWell ? .ok : .serviceUnavailable, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: isWell ? #"{"status":"ok"}"# : #"{"status":"unavailable"}"#)))
  }
}
