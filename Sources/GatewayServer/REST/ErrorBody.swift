internal import Gateway
internal import GatewayProtocol
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import SwiftProtobuf

/// Errors as REST writes them.
enum ErrorBody {
  /// `{code, message, details[]}`.
  static func json(_ error: GatewayError) -> ByteBuffer {
    let status = Google_Rpc_Status.with {
      $0.code = Int32(error.code.rawValue)
      $0.message = error.message
      $0.details = error.details
    }
    var bytes: [UInt8] = []
    do {
      try ProtoJSONWriter.encode(status, into: &bytes)
    } catch {
      // A detail of a type that JSON does not know is left out rather than the whole error.
      bytes.removeAll()
      var bare = status
      bare.details = []
      try? ProtoJSONWriter.encode(bare, into: &bytes)
    }
    return ByteBuffer(bytes: bytes)
  }

  /// The last line of a stream that failed after its first result.
  static func line(_ error: GatewayError) -> ByteBuffer {
    var line = ByteBuffer(string: #"{"error":"#)
    line.writeImmutableBuffer(json(error))
    line.writeString("}\n")
    return line
  }

  /// Whole seconds until a RetryInfo of the error says to try again.
  private static func retrySeconds(_ error: GatewayError) -> Int64? {
    for detail in error.details where detail.isA(Google_Rpc_RetryInfo.self) {
      guard let delay = try? Google_Rpc_RetryInfo(unpackingAny: detail).retryDelay else { continue }
      return max(1, delay.seconds + (delay.nanos > 0 ? 1 : 0))
    }
    return nil
  }

  static func response(
    _ error: GatewayError, status: HTTPResponse.Status? = nil, shape: ErrorShape
  ) -> Response {
    let status = status ?? error.code.httpStatus
    var headers = RESTResponder.headers
    if error.code == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
    if let seconds = retrySeconds(error) { headers[.retryAfter] = String(seconds) }
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: shape.body(error, status: status)))
  }
}
