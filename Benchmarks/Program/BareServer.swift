internal import ArgumentParser
internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GRPCProtobuf
internal import GatewayProtocol
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import NIOFoundationCompat

/// What the transports can do with no product behind them: the request is decoded, a fixed report is encoded.
struct BareServer: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bare", abstract: "Serve a bare JSON route and a bare gRPC echo.")

  @Option var restPort = 18_443
  @Option var grpcPort = 18_444
  @Option(help: "A line of the product's stream: what is answered.") var response: String

  func run() async throws {
    let response = try SampleReport.read(response)
    let router = Router()
    router.post("/bare") { request, _ in
      _ = try await Self.decode(request)
      let body = try ProtoJSONWriter.encode(response)
      return Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
    router.post("/bare/stream") { request, _ in
      let count = try await Self.decode(request).contentData.count
      return Response(
        status: .ok, headers: [.contentType: "application/json"],
        body: ResponseBody { writer in
          for _ in 0..<count {
            var line = ByteBuffer(string: #"{"result":"#)
            line.writeBytes(try ProtoJSONWriter.encode(response))
            line.writeString("}\n")
            try await writer.write(line)
          }
          try await writer.finish(nil)
        })
    }
    var logger = Logger(label: "bare")
    logger.logLevel = .error
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: restPort)), logger: logger)
    let grpc = GRPCServer(
      transport: .http2NIOPosix(
        address: .ipv4(host: "127.0.0.1", port: grpcPort), transportSecurity: .plaintext),
      services: [Echo(response: response)])
    try await withThrowingTaskGroup { group in
      group.addTask { try await grpc.serve() }
      group.addTask { try await application.run() }
      try await group.waitForAll()
    }
  }

  private static func decode(_ request: Request) async throws -> Clavata_Gateway_V1_EvaluateRequest {
    try ProtoJSONReader.decode(from: Array(buffer: try await request.body.collect(upTo: 1 << 24)))
  }
}

/// Answers each item of a request with the fixed report.
private struct Echo: RegistrableRPCService {
  let response: Clavata_Gateway_V1_EvaluateResponse

  func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
    router.registerHandler(
      forMethod: Clavata_Gateway_V1_GatewayService.Method.Evaluate.descriptor,
      deserializer: ProtobufDeserializer<Clavata_Gateway_V1_EvaluateRequest>(),
      serializer: ProtobufSerializer<Clavata_Gateway_V1_EvaluateResponse>()
    ) { request, _ in
      let request = try await ServerRequest(stream: request)
      return StreamingServerResponse { writer in
        for _ in request.message.contentData { try await writer.write(response) }
        return [:]
      }
    }
  }
}
