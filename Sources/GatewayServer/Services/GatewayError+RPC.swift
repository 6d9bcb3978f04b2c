package import GRPCCore
internal import GRPCProtobuf
package import Gateway

extension RPCError {
  /// With the details, where there are any, also as `grpc-status-details-bin`: the code and message in it are the
  /// trailers' own, since a client checks that they are.
  package init(_ error: GatewayError) {
    let code = RPCError.Code(error.code)
    if error.details.isEmpty {
      self.init(code: code, message: error.message)
    } else {
      let status = GoogleRPCStatus(
        code: code, message: error.message, details: error.details.map { .any($0) })
      self.init(code: code, message: error.message, metadata: status.rpcErrorMetadata)
    }
  }
}

extension RPCError.Code {
  init(_ code: GatewayError.Code) {
    self = Status.Code(rawValue: code.rawValue).flatMap { RPCError.Code($0) } ?? .internalError
  }
}
