internal import AsyncHTTPClient
internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import GatewayServer
internal import NIOCore
internal import NIOHTTP1
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Batch jobs over real sockets, run by the server itself.
struct LiveBatchTests {
  /// Made over gRPC, its file sent to the address that was answered, it runs by itself to its end.
  @Test func runsByItself() async throws {
    let engine = try await TestEngine()
    let policy = try await engine.policy(#"LABEL "Cats" { =("cat") }"#)
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.evaluator)"]
        let created = try await client.createBatchJob(
          .with {
            $0.name = "live"
            $0.policyID = policy.uuidString
          }, metadata: metadata)
        #expect(created.inputFileUploadURL.hasPrefix("http://127.0.0.1:\(addresses.restPort)/v1/batch-jobs/"))
        var upload = HTTPClientRequest(url: created.inputFileUploadURL)
        upload.method = .PUT
        let rows = (0..<1_000).map { "\($0),text,a cat \($0)\n" }.joined()
        upload.body = .bytes(ByteBuffer(string: "ref_id,type,content\n" + rows))
        let uploaded = try await HTTPClient.shared.execute(upload, timeout: .seconds(60))
        #expect(uploaded.status == .ok)

        var batch = Clavata_Gateway_V1_BatchJob()
        for _ in 0..<6_000 where batch.state != .completed {
          let request = Clavata_Gateway_V1_GetBatchJobsRequest.with { $0.batchJobIds = [created.batchJobID] }
          batch = try await client.getBatchJobs(request, metadata: metadata).batchJobs.first ?? batch
          try await Task.sleep(for: .milliseconds(10))
        }
        #expect(batch.state == .completed)
        let response = try await HTTPClient.shared.execute(
          HTTPClientRequest(url: batch.outputFileURL), timeout: .seconds(60))
        let output = String(buffer: try await response.body.collect(upTo: 64 << 20))
        #expect(output.split(separator: "\n").count == 1_000)
        #expect(output.hasPrefix(#"{"refId":"0","report":{"#) && output.hasSuffix("}\n"))
        let cancelled = try await client.cancelBatchJob(
          .with { $0.batchJobID = created.batchJobID }, metadata: metadata)
        #expect(cancelled.state == .completed)
      }
    }
  }
}
