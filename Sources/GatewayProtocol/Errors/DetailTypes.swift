internal import SwiftProtobuf

/// The messages that are packed into the details of an error, by full name.
enum DetailTypes {
  private static let types: [String: any Message.Type] = {
    let own: [any Message.Type] = [
      Clavata_Gateway_V1_PrecheckFailure.self,
      Clavata_Shared_V1_CompilationError.self,
      Google_Rpc_BadRequest.self,
      Google_Rpc_ErrorInfo.self,
      Google_Rpc_RetryInfo.self,
    ]
    return Dictionary(uniqueKeysWithValues: own.map { ($0.protoMessageName, $0) })
  }()

  /// The type of this full name: one of those above, or one of `google.protobuf`.
  static func type(named name: String) -> (any Message.Type)? {
    types[name] ?? Google_Protobuf_Any.messageType(forMessageName: name)
  }
}
