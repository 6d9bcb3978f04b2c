internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GRPCProtobuf
internal import Gateway
internal import GatewayProtocol

/// `grpc.reflection.v1.ServerReflection`, and the same under its first name, v1alpha, whose messages are v1's on the wire.
struct ReflectionService: RegistrableRPCService {
  /// Questions of one stream, at most.
  static let questionLimit = 1_000

  /// The method under its first name, by which older tools ask.
  static let firstName = MethodDescriptor(
    service: ServiceDescriptor(fullyQualifiedService: "grpc.reflection.v1alpha.ServerReflection"),
    method: "ServerReflectionInfo")

  private static let methods = [
    Grpc_Reflection_V1_ServerReflection.Method.ServerReflectionInfo.descriptor, firstName,
  ]

  private let answers: ReflectionAnswers

  /// - Parameter services: what it tells of, beside itself.
  init(describing services: [any RegistrableRPCService]) {
    // What has been registered is what is served: no second list can fall behind.
    var router = RPCRouter<HTTP2ServerTransport.Posix>()
    for service in services { service.registerMethods(with: &router) }
    let names = (router.methods + Self.methods).map(\.service.fullyQualifiedService)
    answers = ReflectionAnswers(services: Set(names).sorted())
  }

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    for method in Self.methods {
      router.registerHandler(
        forMethod: method, deserializer: ProtobufDeserializer<ReflectionAnswers.Question>(),
        serializer: ProtobufSerializer<ReflectionAnswers.Answer>()
      ) { [answers] request, _ in
        StreamingServerResponse { writer in
          var count = 0
          for try await question in request.messages {
            count += 1
            guard count <= Self.questionLimit else {
              throw GatewayError(.resourceExhausted, "over \(Self.questionLimit) questions in one stream")
            }
            try await writer.write(try answers.answer(question))
          }
          return [:]
        }
      }
    }
  }
}
