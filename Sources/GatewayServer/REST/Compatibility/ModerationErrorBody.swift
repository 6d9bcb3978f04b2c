internal import Gateway
internal import HTTPTypes
internal import NIOCore

/// Errors as OpenAI writes them: `{"error": {message, type, param, code}}`, what there is nothing to say of as null.
enum ModerationErrorBody {
  private struct Body: Encodable {
    var error: Content
  }

  private struct Content: Encodable {
    var message: String
    var type: String
    /// The request's field that is to blame.
    var param: String?
    var code: String?

    private enum Key: String, CodingKey {
      case message, type, param, code
    }

    /// Nulls are written: clients take the names for granted.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(message, forKey: .message)
      try container.encode(type, forKey: .type)
      try container.encode(param, forKey: .param)
      try container.encode(code, forKey: .code)
    }
  }

  static func json(_ error: GatewayError, status: HTTPResponse.Status) -> ByteBuffer {
    CompatibilityJSON.buffer(
      Body(
        error: Content(
          message: error.message, type: type(status), param: error.field, code: error.reason ?? code(status))))
  }

  private static func type(_ status: HTTPResponse.Status) -> String {
    switch status.code {
    case 429: "rate_limit_error"
    case 500...: "server_error"
    default: "invalid_request_error"
    }
  }

  private static func code(_ status: HTTPResponse.Status) -> String? {
    switch status.code {
    case 401: "invalid_api_key"
    case 403: "insufficient_permissions"
    case 413: "request_too_large"
    case 429: "rate_limit_exceeded"
    default: nil
    }
  }
}
