internal import Foundation
internal import GRPCCore
internal import GatewayProtocol
internal import GatewayServer
internal import NIOCore
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

/// Hash lists over real sockets.
struct LiveHashListTests {
  private func engine() async throws -> TestEngine {
    try await TestEngine(sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("nothing"))
  }

  /// Over gRPC a file comes in pieces; the list that comes of it refuses what is evaluated, with the refusal's details in
  /// the trailers.
  @Test func overGRPC() async throws {
    let engine = try await engine()
    let policy = try await engine.policy(RESTFixture.policy).uuidString
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Gavel_Hashes_V1_HashListsService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.admin)"]
        let loaded = try await client.loadHashList(metadata: metadata) { writer in
          try await writer.write(
            .with {
              $0.name = "pieces"
              $0.distance = 12
              $0.chunk = Data("sha256:\(HashListFixture.digest.prefix(20))".utf8)
            })
          try await writer.write(
            .with { $0.chunk = Data("\(HashListFixture.digest.dropFirst(20))\nsha256:\(HashListFixture.other)".utf8) })
        }
        #expect(loaded.hashList.counts.sha256 == 2 && loaded.hashList.distance == 12)
        let listed = try await client.listHashLists(.init(), metadata: metadata)
        #expect(listed.hashLists == [loaded.hashList])

        let gateway = Clavata_Gateway_V1_GatewayService.Client(wrapping: connection)
        let error = await #expect(throws: RPCError.self) {
          try await gateway.createJob(
            .with {
              $0.policyID = policy
              $0.contentData = [.with { $0.image = HashListFixture.image }]
            }, metadata: metadata)
        }
        #expect(error?.code == .cancelled && error?.message.contains("a list of known images") == true)

        // What is refused says why, and leaves what there is.
        for (chunk, says) in [("md5:12", "line 1"), (String(repeating: "#", count: (4 << 20) + 1), "chunk:")] {
          let error = await #expect(throws: RPCError.self) {
            _ = try await client.loadHashList(metadata: metadata) { writer in
              try await writer.write(
                .with {
                  $0.name = "pieces"
                  $0.chunk = Data(chunk.utf8)
                })
            }
          }
          #expect(error?.code == .invalidArgument && error?.message.contains(says) == true)
        }
        let none = await #expect(throws: RPCError.self) {
          _ = try await client.loadHashList(metadata: metadata) { _ in }
        }
        #expect(none?.code == .invalidArgument)
        let stranger = await #expect(throws: RPCError.self) {
          _ = try await client.loadHashList(metadata: ["authorization": "Bearer \(engine.writer)"]) { writer in
            try await writer.write(.with { $0.name = "pieces" })
          }
        }
        #expect(stranger?.code == .permissionDenied)
        #expect(try await client.listHashLists(.init(), metadata: metadata).hashLists == [loaded.hashList])
        let removed = try await client.removeHashList(.with { $0.name = "pieces" }, metadata: metadata)
        #expect(removed.hashList == loaded.hashList)
      }
    }
  }

  /// A caller that leaves in the middle, over gRPC, has loaded nothing.
  @Test func aCallThatBreaksOffLoadsNothing() async throws {
    struct Left: Error {}
    let log = RecordingLog()
    let engine = try await TestEngine(logger: log.logger)
    let fixture = try await HashListFixture(engine: engine)
    try await LiveServer.run(engine) { addresses in
      try await addresses.withGRPC { connection in
        let client = Gavel_Hashes_V1_HashListsService.Client(wrapping: connection)
        let metadata: Metadata = ["authorization": "Bearer \(engine.admin)"]
        await #expect(throws: (any Error).self) {
          _ = try await client.loadHashList(metadata: metadata) { writer in
            try await writer.write(
              .with {
                $0.name = "torn"
                $0.chunk = Data("sha256:\(HashListFixture.digest)\n".utf8)
              })
            try await until { !fixture.files.isEmpty }
            throw Left()
          }
        }
        try await until { log.lines.contains { $0.contains("a hash list was not loaded") } }
        #expect(try await client.listHashLists(.init(), metadata: metadata).hashLists.isEmpty)
      }
    }
    #expect(fixture.files.isEmpty)
  }

  /// The same over REST, whether the file's length was told or not.
  @Test(arguments: ["Content-Length: 200", "Transfer-Encoding: chunked"])
  func aRequestThatBreaksOffLoadsNothing(length: String) async throws {
    let log = RecordingLog()
    let engine = try await TestEngine(logger: log.logger)
    let fixture = try await HashListFixture(engine: engine)
    let line = "sha256:\(HashListFixture.digest)\n"
    let body = length.hasPrefix("Content") ? line : "\(String(line.utf8.count, radix: 16))\r\n\(line)\r\n"
    let request = """
      PUT /v1/hash-lists/torn HTTP/1.1\r
      Host: localhost\r
      Authorization: Bearer \(engine.admin)\r
      \(length)\r
      \r
      \(body)
      """
    try await LiveServer.run(engine) { addresses in
      let connection = try await RawConnection.open(port: addresses.restPort)
      try await connection.send(request)
      try await until { !fixture.files.isEmpty }
      try await connection.close()
      try await until { log.lines.contains { $0.contains("a hash list was not loaded") } }
    }
    #expect(fixture.files.isEmpty)
    #expect(try await fixture.names().isEmpty)
  }
}
