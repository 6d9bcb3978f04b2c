import GRPCCore
import GRPCProtobuf
import GatewayProtocol
import SwiftProtobuf
import Testing

@Suite struct StatusTests {
  /// The packed status of an error has the code and the message of the error itself, and its details in order.
  @Test func trailersAgreeWithTheError() throws {
    let failure = Clavata_Gateway_V1_PrecheckFailure.with {
      $0.type = .invalidImage
      $0.details = .init(stringValue: "sha256::00")
    }
    let retry = Google_Rpc_RetryInfo.with { $0.retryDelay.seconds = 2 }
    let status = try Google_Rpc_Status(code: .cancelled, message: "refused: é", details: [failure, retry])

    let error = status.rpcError
    #expect(error.code == .cancelled && error.message == "refused: é")

    // Read with the library that gRPC clients use.
    let read = try #require(try error.unpackGoogleRPCStatus())
    #expect(read.code == error.code && read.message == error.message)
    #expect(read.details.last?.retryInfo?.delay == .seconds(2))
    let first = try #require(read.details.first?.any)
    #expect(try Clavata_Gateway_V1_PrecheckFailure(unpackingAny: first) == failure)
  }

  /// An error without details has no trailer; a code that is none becomes UNKNOWN.
  @Test(arguments: [(5 as Int32, RPCError.Code.notFound), (0, .unknown), (99, .unknown)])
  func errorsWithoutDetails(code: Int32, expected: RPCError.Code) {
    let error = Google_Rpc_Status.with { $0.code = code }.rpcError
    #expect(error.code == expected)
    #expect(error.metadata.isEmpty)
  }
}
