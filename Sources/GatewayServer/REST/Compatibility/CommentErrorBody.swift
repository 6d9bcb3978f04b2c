internal import Gateway
internal import HTTPTypes
internal import NIOCore

/// Errors as Google's REST APIs write them: `{"error": {code, message, status, details[]}}`.
enum CommentErrorBody {
  private struct Body: Encodable {
    var error: Content
  }

  private struct Content: Encodable {
    /// The HTTP status.
    var code: Int
    var message: String
    var status: String
    var details: [Detail]
  }

  private enum Detail: Encodable {
    case violation(field: String, description: String)
    case reason(String)

    private enum Key: String, CodingKey {
      case type = "@type"
      case fieldViolations, reason, domain
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      switch self {
      case .violation(let field, let description):
        try container.encode("type.googleapis.com/google.rpc.BadRequest", forKey: .type)
        try container.encode([["field": field, "description": description]], forKey: .fieldViolations)
      case .reason(let reason):
        try container.encode("type.googleapis.com/google.rpc.ErrorInfo", forKey: .type)
        try container.encode(reason, forKey: .reason)
        try container.encode("gavel", forKey: .domain)
      }
    }
  }

  static func json(_ error: GatewayError, status: HTTPResponse.Status) -> ByteBuffer {
    var details: [Detail] = []
    if let reason = error.reason { details.append(.reason(reason)) }
    if let field = error.field { details.append(.violation(field: field, description: error.message)) }
    return CompatibilityJSON.buffer(
      Body(
        error: Content(
          code: status.code, message: error.message, status: error.code.statusName, details: details)))
  }
}

extension GatewayError.Code {
  /// As Google's APIs spell it.
  fileprivate var statusName: String {
    switch self {
    case .cancelled: "CANCELLED"
    case .unknown: "UNKNOWN"
    case .invalidArgument: "INVALID_ARGUMENT"
    case .deadlineExceeded: "DEADLINE_EXCEEDED"
    case .notFound: "NOT_FOUND"
    case .alreadyExists: "ALREADY_EXISTS"
    case .permissionDenied: "PERMISSION_DENIED"
    case .resourceExhausted: "RESOURCE_EXHAUSTED"
    case .failedPrecondition: "FAILED_PRECONDITION"
    case .aborted: "ABORTED"
    case .outOfRange: "OUT_OF_RANGE"
    case .unimplemented: "UNIMPLEMENTED"
    case .internalError: "INTERNAL"
    case .unavailable: "UNAVAILABLE"
    case .dataLoss: "DATA_LOSS"
    case .unauthenticated: "UNAUTHENTICATED"
    }
  }
}
