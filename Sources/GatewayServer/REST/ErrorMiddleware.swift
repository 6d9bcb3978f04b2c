internal import Gateway
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The one place where REST turns an error into an answer.
struct ErrorMiddleware: RouterMiddleware {
  typealias Context = RESTContext

  func handle(
    _ request: Request, context: RESTContext, next: (Request, RESTContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let failure as StreamFailure {
      return Self.response(to: failure.cause, shape: .stream)
    } catch {
      return Self.response(to: error, shape: ErrorShape(path: request.uri.path))
    }
  }

  private static func response(to error: any Error, shape: ErrorShape) -> Response {
    switch error {
    case let error as HTTPError: response(error, shape: shape)
    case let error as BodyTooLarge: tooLarge(limit: error.limit, shape: shape)
    case is NIOTooManyBytesError: tooLarge(shape: shape)
    default: ErrorBody.response(GatewayError(error), shape: shape)
    }
  }

  private static func tooLarge(limit: Int = RESTLimits.bodyBytes, shape: ErrorShape) -> Response {
    let error = GatewayError(.resourceExhausted, "the body is over the limit of \(limit) bytes")
    var response = ErrorBody.response(error, status: .contentTooLarge, shape: shape)
    // What is left of the body is not read.
    response.headers[.connection] = "close"
    return response
  }

  private static func response(_ error: HTTPError, shape: ErrorShape) -> Response {
    if error.status == .contentTooLarge { return tooLarge(shape: shape) }
    let (code, message): (GatewayError.Code, String) =
      switch error.status {
      case .notFound: (.notFound, "no such path")
      case .methodNotAllowed: (.unimplemented, "the path does not take this method")
      case .badRequest: (.invalidArgument, error.body ?? "a bad request")
      default: (.internalError, "an internal error")
      }
    return ErrorBody.response(GatewayError(code, message), status: error.status, shape: shape)
  }
}

/// A failure before a stream's first result, which has the stream's shape.
struct StreamFailure: Error {
  var cause: any Error
}
