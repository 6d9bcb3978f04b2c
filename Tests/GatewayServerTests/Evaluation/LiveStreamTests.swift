internal import AsyncHTTPClient
internal import Foundation
internal import GRPCCore
internal import GRPCNIOTransportHTTP2
internal import GatewayProtocol
internal import GatewayServer
internal import NIOCore
internal import NIOHTTP1
internal import NIOSSL
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Over real sockets: what only a connection shows.
struct LiveStreamTests {
  private static let policy = #"LABEL "L" { "yes" }"#

  /// REST: the first line is out while the last item is still being scored.
  @Test func linesComeAsTheyAreReady() async throws {
    let gate = GateScorer()
    let engine = try await TestEngine(scorers: [gate])
    let policy = try await engine.policy(Self.policy)
    let lines = try await LiveServer.run(engine) { addresses in
      var request = HTTPClientRequest(url: "http://127.0.0.1:\(addresses.restPort)/v1/jobs/stream")
      request.method = .POST
      request.headers.add(name: "Authorization", value: "Bearer \(engine.admin)")
      request.body = .bytes(
        ByteBuffer(
          string: #"{"contentData":[{"text":"wait yes"},{"text":"yes"},{"text":"no"}],"policyId":"\#(policy)"}"#))
      let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
      #expect(response.status == .ok)
      var text = ""
      var whenOpened = 0
      for try await chunk in response.body {
        text += String(buffer: chunk)
        if text.filter({ $0 == "\n" }).count == 2, whenOpened == 0 {
          // Both of the others have come: only now may the first item be scored.
          whenOpened = 2
          gate.open()
        }
      }
      #expect(whenOpened == 2)
      return text.split(separator: "\n").count
    }
    #expect(lines == 3)
  }

  /// gRPC: the same, and a caller that leaves cancels the work and the job.
  @Test func messagesComeAsTheyAreReadyAndLeavingCancels() async throws {
    let gate = GateScorer()
    let engine = try await TestEngine(scorers: [gate])
    let policy = try await engine.policy(Self.policy)
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let request = Clavata_Gateway_V1_EvaluateRequest.with {
          $0.contentData = ["wait", "yes", "no"].map { text in .with { $0.text = text } }
          $0.policyID = policy.uuidString
        }
        let metadata: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        let first = try await client.evaluate(request, metadata: metadata) { response in
          for try await message in response.messages { return message.jobUuid }
          return ""
        }
        // The call was left after its first message, while an item still waits: the job ends, and not as completed.
        var job = Clavata_Shared_V1_Job()
        for _ in 0..<3_000 {
          job = try await client.getJob(.with { $0.jobUuid = first }, metadata: metadata).job
          if job.status != .running { break }
          try await Task.sleep(for: .milliseconds(10))
        }
        #expect(job.status == .canceled)
      }
    }
  }

  /// gRPC: errors have the status that REST maps, health answers, and what is not served says so.
  @Test func statusesOverGRPC() async throws {
    let engine = try await TestEngine()
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        func code(_ call: () async throws -> Void) async -> RPCError.Code? {
          do { try await call() } catch let error as RPCError { return error.code } catch {}
          return nil
        }
        let get = Clavata_Gateway_V1_GetJobRequest.with { $0.jobUuid = UUID().uuidString }
        #expect(await code { _ = try await client.getJob(get) } == .unauthenticated)
        #expect(await code { _ = try await client.getJob(get, metadata: metadata) } == .notFound)
        let policies = Clavata_Gateway_V1_PoliciesService.Client(wrapping: connection)
        #expect(
          await code { _ = try await policies.listGeneratePolicyTasks(.init(), metadata: metadata) } == .unimplemented)
        #expect(await code { _ = try await policies.createPolicy(.init(), metadata: metadata) } == .permissionDenied)
        let health = Grpc_Health_V1_Health.Client(wrapping: connection)
        let status = try await health.check(.init()).status
        #expect(status == .serving)
      }
    }
  }

  /// A self-signed certificate protects both transports, for a client that trusts it.
  @Test func servesOverTLS() async throws {
    let folder = try TemporaryFolder()
    let pair = try SelfSignedCertificate.pair(in: folder.url, host: "127.0.0.1")
    // What is kept is used again.
    #expect(try SelfSignedCertificate.pair(in: folder.url, host: "127.0.0.1") == pair)
    let engine = try await TestEngine()
    try await LiveServer.run(engine, security: .tls(pair)) { addresses in
      var tls = TLSConfiguration.makeClientConfiguration()
      tls.trustRoots = .file(folder.url.appending(path: "certificate.pem").path)
      var configuration = HTTPClient.Configuration()
      configuration.tlsConfiguration = tls
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
      let response = try await client.execute(
        HTTPClientRequest(url: "https://127.0.0.1:\(addresses.restPort)/readyz"), timeout: .seconds(30))
      try await client.shutdown()
      #expect(response.status == .ok)
      try await withGRPCClient(
        transport: .http2NIOPosix(
          target: .dns(host: "localhost", port: addresses.grpcPort),
          transportSecurity: .tls {
            $0.trustRoots = .certificates([.bytes(Array(pair.certificate.utf8), format: .pem)])
          })
      ) { connection in
        let health = Grpc_Health_V1_Health.Client(wrapping: connection)
        let status = try await health.check(.init()).status
        #expect(status == .serving)
      }
    }
  }
}
