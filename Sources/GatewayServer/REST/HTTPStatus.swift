internal import Gateway
package import HTTPTypes

extension GatewayError.Code {
  /// The HTTP status that stands for it, as gRPC's own gateway maps them; CANCELLED is 499.
  package var httpStatus: HTTPResponse.Status {
    switch self {
    case .cancelled: HTTPResponse.Status(code: 499, reasonPhrase: "Client Closed Request")
    case .invalidArgument, .failedPrecondition, .outOfRange: .badRequest
    case .unauthenticated: .unauthorized
    case .permissionDenied: .forbidden
    case .notFound: .notFound
    case .alreadyExists, .aborted: .conflict
    case .resourceExhausted: .tooManyRequests
    case .unimplemented: .notImplemented
    case .unavailable: .serviceUnavailable
    case .deadlineExceeded: .gatewayTimeout
    case .unknown, .internalError, .dataLoss: .internalServerError
    }
  }
}
