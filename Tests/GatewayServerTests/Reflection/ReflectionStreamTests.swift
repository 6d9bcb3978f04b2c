internal import Foundation
internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GRPCProtobuf
internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable import GatewayServer

/// Reflection over a socket, with the generated clients.
struct ReflectionStreamTests {
  /// v1: questions of one stream are answered in their order; what is served is listed, reflection itself too.
  @Test func answersInOrder() async throws {
    let engine = try await TestEngine()
    let answers = try await Self.connected(engine) { connection in
      let client = Grpc_Reflection_V1_ServerReflection.Client(wrapping: connection)
      return try await client.serverReflectionInfo(metadata: ["authorization": "Bearer \(engine.evaluator)"]) {
        writer in
        try await writer.write(.with { $0.listServices = "" })
        try await writer.write(.with { $0.fileContainingSymbol = "no.Symbol" })
        try await writer.write(.with { $0.fileByFilename = "clavata/gateway/v1/gateway.proto" })
      } onResponse: { response in
        try await response.messages.reduce(into: []) { $0.append($1) }
      }
    }
    try #require(answers.count == 3)
    let services = answers[0].listServicesResponse.service.map(\.name)
    #expect(services == services.sorted())
    let expected: Set = [
      "clavata.gateway.v1.GatewayService", "clavata.gateway.v1.PoliciesService", "grpc.health.v1.Health",
      "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
    ]
    #expect(expected.isSubset(of: services))
    // What is listed can be looked up.
    for service in services { #expect(DescriptorIndex.shared.files(declaring: service) != nil, "\(service)") }
    #expect(answers[1].errorResponse.errorCode == 5)
    let first = try #require(answers[2].fileDescriptorResponse.fileDescriptorProto.first)
    let file = try Google_Protobuf_FileDescriptorProto(serializedBytes: first)
    #expect(file == WireDescriptors.files.first { $0.name == file.name })
  }

  /// v1alpha: the same.
  @Test func answersUnderItsFirstName() async throws {
    let engine = try await TestEngine()
    let names = try await Self.connected(engine) { connection in
      let question = Grpc_Reflection_V1_ServerReflectionRequest.with { $0.listServices = "" }
      return try await connection.bidirectionalStreaming(
        request: StreamingClientRequest(metadata: ["authorization": "Bearer \(engine.evaluator)"]) { writer in
          try await writer.write(question)
        },
        descriptor: ReflectionService.firstName,
        serializer: ProtobufSerializer<Grpc_Reflection_V1_ServerReflectionRequest>(),
        deserializer: ProtobufDeserializer<Grpc_Reflection_V1_ServerReflectionResponse>(), options: .defaults
      ) { response in
        try await response.messages.reduce(into: []) { $0 += $1.listServicesResponse.service.map(\.name) }
      }
    }
    #expect(names.contains("clavata.gateway.v1.GatewayService"))
  }

  /// Without a key there is no stream, and one stream has an end.
  @Test func streamsAreBounded() async throws {
    let engine = try await TestEngine()
    try await Self.connected(engine) { connection in
      func ask(_ count: Int, _ metadata: Metadata) async throws -> (answers: Int, code: RPCError.Code?) {
        let client = Grpc_Reflection_V1_ServerReflection.Client(wrapping: connection)
        return try await client.serverReflectionInfo(metadata: metadata) { writer in
          for _ in 0..<count { try await writer.write(.with { $0.fileContainingSymbol = "no.Symbol" }) }
        } onResponse: { response in
          var answers = 0
          do {
            for try await _ in response.messages { answers += 1 }
          } catch let error as RPCError {
            return (answers, error.code)
          }
          return (answers, nil)
        }
      }
      let stranger = try await ask(1, [:])
      #expect(stranger.answers == 0 && stranger.code == .unauthenticated)
      let limit = ReflectionService.questionLimit
      let known: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
      let within = try await ask(limit, known)
      #expect(within.answers == limit && within.code == nil)
      let beyond = try await ask(limit + 1, known)
      #expect(beyond.answers == limit && beyond.code == .resourceExhausted)
    }
  }

  private static func connected<Result: Sendable>(
    _ engine: TestEngine, _ body: @Sendable @escaping (GRPCClient<HTTP2ClientTransport.Posix>) async throws -> Result
  ) async throws -> Result {
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { try await body($0) }
    }
  }
}
