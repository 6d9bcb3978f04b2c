import Foundation
import Testing

@testable import GuardedFetching

@Suite struct HostileServerTests {
  /// What a server does, and the code of the error that a fetch of at most 1,000 bytes ends with. The time of a fetch is
  /// a minute here: where a limit does not hold, the code is `timedOut`.
  struct Trick: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var steps: [RawServer.Step]
    var code: FetchError.Code

    init(_ name: String, _ steps: [RawServer.Step], _ code: FetchError.Code) {
      testDescription = name
      self.steps = steps
      self.code = code
    }
  }

  private static let ok = "HTTP/1.1 200 OK\r\n"
  private static let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"
  private static let long = String(repeating: "a", count: 1_000)

  static let tricks: [Trick] = [
    Trick("a length over the limit, and no body", [.send(ok + "Content-Length: 1001\r\n\r\n")], .tooLarge),
    Trick(
      "a length that no number holds", [.send(ok + "Content-Length: 99999999999999999999\r\n\r\n")], .unusableAnswer),
    Trick("a negative length", [.send(ok + "Content-Length: -1\r\n\r\n")], .unusableAnswer),
    Trick("two lengths", [.send(ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab")], .unusableAnswer),
    Trick("a body without end", [.send(ok + "\r\n"), .flood(long)], .tooLarge),
    Trick("chunks without end", [.send(chunked), .flood("3e8\r\n" + long + "\r\n")], .tooLarge),
    Trick("chunks of one byte without end", [.send(chunked), .flood("1\r\na\r\n")], .tooLarge),
    Trick("a chunk longer than all", [.send(chunked + "ffffffffffffffff\r\n"), .flood(long)], .tooLarge),
    Trick("a chunk whose length overflows", [.send(chunked + "fffffffffffffffff\r\n"), .hangUp], .unusableAnswer),
    Trick("a chunk's extension without end", [.send(chunked + "1;x="), .flood(long)], .unusableAnswer),
    Trick("a chunk's length without end", [.send(chunked), .flood("0")], .unusableAnswer),
    Trick("trailers without end", [.send(chunked + "0\r\n"), .flood("a: b\r\n")], .unusableAnswer),
    Trick("a trailer without end", [.send(chunked + "0\r\na: "), .flood(long)], .unusableAnswer),
    Trick("a status line without end", [.send("HTTP/1.1 200 "), .flood(long)], .unusableAnswer),
    Trick("a header's name without end", [.send(ok), .flood(long)], .unusableAnswer),
    Trick("a header without end", [.send(ok + "a: "), .flood(long)], .unusableAnswer),
    Trick("headers without end", [.send(ok), .flood("a: b\r\n")], .unusableAnswer),
    Trick("a folded header without end", [.send(ok + "a: b\r\n"), .flood(" c\r\n")], .unusableAnswer),
    Trick("a header of 9 kB", [.send(ok + "a: " + String(repeating: "b", count: 9_000) + "\r\n\r\n")], .unusableAnswer),
    Trick("interim answers without end", [.flood("HTTP/1.1 100 Continue\r\n\r\n")], .unusableAnswer),
    Trick("empty lines without end", [.flood("\r\n")], .unusableAnswer),
    Trick("no HTTP", [.flood("SSH-2.0-OpenSSH_9.6\r\n")], .unusableAnswer),
    Trick("a protocol of another time", [.send("ICY 200 OK\r\n\r\n"), .hangUp], .unusableAnswer),
    Trick("an upgrade", [.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n")], .refused(status: 101)),
    Trick("nothing, and the end", [.hangUp], .unusableAnswer),
    Trick("half a head, and the end", [.send("HTTP/1.1 200 O"), .hangUp], .unusableAnswer),
    Trick("half a body, and the end", [.send(ok + "Content-Length: 10\r\n\r\nabc"), .hangUp], .unusableAnswer),
    Trick("half a chunk, and the end", [.send(chunked + "5\r\nab"), .hangUp], .unusableAnswer),
    Trick("chunks without the last, and the end", [.send(chunked + "2\r\nab\r\n"), .hangUp], .unusableAnswer),
    Trick(
      "both framings", [.send(ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), .hangUp],
      .unusableAnswer),
    Trick("gzip", [.send(ok + "Content-Encoding: gzip\r\nContent-Length: 900\r\n\r\n\u{1f}")], .unusableAnswer),
    Trick("gzip twice", [.send(ok + "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n\r\n")], .unusableAnswer),
    Trick("gzip as a transfer", [.send(ok + "Transfer-Encoding: gzip, chunked\r\n\r\n1\r\na\r\n")], .unusableAnswer),
  ]

  /// A fetch ends with a limit, not with its time, and the connection ends with it.
  @Test(arguments: tricks)
  func isEnded(trick: Trick) async throws {
    try await RawServer.run { _, _ in
      trick.steps
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port])
      let error = await loopback.error("http://images.example.com:\(server.port)/")
      #expect(error?.code == trick.code)
      try await until { server.closedConnections == 1 }
      #expect(loopback.fetcher.limiter.load == (0, 0))
    }
  }

  /// No trick is lost.
  @Test func tricksAreThere() { #expect(Self.tricks.count == 33) }

  /// A server that is slow in any part of its answer is left when the time is over, and its connection closed. The time
  /// is over as soon as the server is at it.
  @Test(
    arguments: [
      [], [.send("HTTP/1.1 200 OK\r\n")], [.send("HTTP/1.1 200 OK\r\na: "), .drip("b")], [.drip("\r\n")],
      [.send("HTTP/1.1 200 OK\r\n\r\n"), .drip("a")],
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"), .drip("a")],
      [.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), .drip("1\r\na\r\n")],
      [.drip("HTTP/1.1 102 Processing\r\n\r\n")],
    ] as [[RawServer.Step]])
  func slowDrip(steps: [RawServer.Step]) async throws {
    try await RawServer.run { _, _ in
      steps
    } _: { server in
      let loopback = try LoopbackFetcher(
        ports: [server.port], timeIsOver: { try await until { server.requests.count == 1 } })
      #expect(await loopback.error("http://images.example.com:\(server.port)/", limit: 1_000_000) == .timedOut)
      try await until { server.closedConnections == 1 }
      #expect(loopback.fetcher.limiter.load == (0, 0))
    }
  }

  /// The time is one for all redirects: each of them alone would be soon enough.
  @Test func slowRedirects() async throws {
    try await RawServer.run { _, number in
      number < 2 ? [.send("HTTP/1.1 302 X\r\nLocation: /\(number)\r\n\r\n")] : []
    } _: { server in
      let loopback = try LoopbackFetcher(
        ports: [server.port], timeIsOver: { try await until { server.requests.count == 3 } })
      #expect(await loopback.error("http://images.example.com:\(server.port)/") == .timedOut)
    }
  }

  /// Nothing of an answer's head or body is in any error, for a caller or for the log.
  @Test(arguments: [
    "HTTP/1.1 404 SECRET\r\nSECRET: SECRET\r\nContent-Length: 6\r\n\r\nSECRET",
    "HTTP/1.1 302 SECRET\r\nLocation: http://10.0.0.1/SECRET\r\n\r\nSECRET",
    "HTTP/1.1 302 SECRET\r\nLocation: SECRET://SECRET\r\n\r\n", "HTTP/1.1 302 X\r\nLocation: \\SECRET\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: SECRET\r\n\r\nSECRET", "HTTP/1.1 200 OK\r\nContent-Length: SECRET\r\n\r\n",
    "HTTP/1.1 200 OK\r\nSECRET\r\n\r\nSECRET", "SECRET", "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\nSECRET",
    "HTTP/1.1 200 OK\r\nContent-Length: 20\r\nContent-Type: SECRET\r\n\r\nSECRET",
    "HTTP/1.1 302 X\r\nLocation: http://[SECRET]/\r\n\r\n", "HTTP/1.1 302 X\r\nLocation: http://x:SECRET/\r\n\r\n",
  ])
  func nothingIsRepeated(answer: String) async throws {
    try await RawServer.run { _, _ in
      [.send(answer), .hangUp]
    } _: { server in
      let error = try #require(
        await (try LoopbackFetcher(ports: [server.port])).error("http://images.example.com:\(server.port)/"))
      #expect(!"\(error)".uppercased().contains("SECRET"))
    }
  }

  /// A caller cannot tell a name that is not known from one that leads inside, or from a server that takes no connection;
  /// an operator can.
  @Test func unreachableIsOne() async throws {
    let names = [
      "inside.example.com": [["10.0.0.1"]], "metadata.example.com": [["169.254.169.254"]], "none.example.com": [[]],
      "closed.example.com": [["127.0.0.1"]], "huge.example.com": [(0..<300).map { "8.8.\($0 / 256).\($0 % 256)" }],
    ]
    // Nothing listens on port 1.
    let loopback = try LoopbackFetcher(ports: [1], names: names)
    var errors: [FetchError] = []
    for name in names.keys.sorted() + ["unknown.example.com"] {
      errors.append(try #require(await loopback.error("http://\(name):1/")))
    }
    #expect(Set(errors.map(\.code)) == [.unreachable] && Set(errors.map(\.message)).count == 1)
    #expect(Set(errors.map(\.detail)).count == 6)
    #expect(errors.contains { $0.detail == "`inside.example.com` has the address 10.0.0.1: private use" })
  }
}
