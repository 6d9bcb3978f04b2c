package import GRPCCore
package import SwiftProtobuf

extension Google_Rpc_Status {
  /// The name of the trailer that carries a status with its details.
  package static let trailerName = "grpc-status-details-bin"

  /// A status with each detail packed beside the name of its type.
  package init(code: RPCError.Code, message: String, details: [any Message] = []) throws(WireFormatError) {
    self.init()
    self.code = Int32(code.rawValue)
    self.message = message
    do {
      self.details = try details.map { try Google_Protobuf_Any(message: $0) }
    } catch {
      throw WireFormatError(.unwritable, "a detail of the error cannot be packed")
    }
  }

  /// The error that a call ends with. Its code and message are the very ones of the packed status beside them, which
  /// clients compare.
  package var rpcError: RPCError {
    let code = Status.Code(rawValue: Int(code)).flatMap { RPCError.Code($0) } ?? .unknown
    guard !details.isEmpty else { return RPCError(code: code, message: message) }
    var packed = self
    packed.code = Int32(code.rawValue)
    // A status has no required field, so it always serializes.
    let bytes: [UInt8] = (try? packed.serializedBytes()) ?? []
    return RPCError(code: code, message: message, metadata: [Self.trailerName: .binary(bytes)])
  }
}
