internal import Gateway
internal import HTTPTypes
internal import NIOCore

/// The shape in which a path's errors are written.
enum ErrorShape: Hashable {
  /// `{code, message, details[]}`.
  case unary
  /// `{"error": {code, message, details[]}}`: a failure before a stream's first result has the stream's shape.
  case stream
  /// As clients of OpenAI's moderations read them.
  case moderations
  /// As clients of the Perspective API read them.
  case comments

  /// That of a path whose call is no stream.
  init(path: String) {
    if path.hasPrefix("/v1/moderations") {
      self = .moderations
    } else if path.hasPrefix("/v1alpha1/") {
      self = .comments
    } else {
      self = .unary
    }
  }

  /// - Parameter status: what is answered with.
  func body(_ error: GatewayError, status: HTTPResponse.Status) -> ByteBuffer {
    switch self {
    case .unary: ErrorBody.json(error)
    case .stream: ErrorBody.line(error)
    case .moderations: ModerationErrorBody.json(error, status: status)
    case .comments: CommentErrorBody.json(error, status: status)
    }
  }
}
