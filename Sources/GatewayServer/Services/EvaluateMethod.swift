internal import GRPCCore
internal import GRPCProtobuf
internal import Gateway
internal import GatewayProtocol

/// `Evaluate` over gRPC, its answers written as bytes without being made as messages: it is what a busy server does all
/// day.
///
/// Registered after `GatewayServiceHandler`, whose method of the same name it replaces.
struct EvaluateMethod: RegistrableRPCService {
  let services: ServiceSet

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: Clavata_Gateway_V1_GatewayService.Method.Evaluate.descriptor,
      deserializer: ProtobufDeserializer<Clavata_Gateway_V1_EvaluateRequest>(), serializer: AnswerSerializer()
    ) { request, _ in
      let request = try await ServerRequest(stream: request)
      return StreamingServerResponse { writer in
        try await services.evaluation.evaluate(request.message, caller: .required()) {
          try await writer.write(contentsOf: $0)
        }
        return [:]
      }
    }
  }
}

private struct AnswerSerializer: MessageSerializer {
  func serialize<Bytes: GRPCContiguousBytes>(_ answer: EvaluateAnswer) throws -> Bytes {
    Bytes(try answer.serialized())
  }
}
