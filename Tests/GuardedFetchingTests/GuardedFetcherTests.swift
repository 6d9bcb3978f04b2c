import Foundation
import Synchronization
import Testing

@testable import GuardedFetching

@Suite struct GuardedFetcherTests {
  private static func ok(_ body: String, _ headers: String = "") -> [RawServer.Step] {
    [.send("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)")]
  }

  private static func redirect(to location: String, _ status: Int = 302) -> [RawServer.Step] {
    [.send("HTTP/1.1 \(status) Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")]
  }

  /// A body comes with its media type, over a request that names the host, asks for no compression and has no credentials.
  @Test func fetches() async throws {
    try await RawServer.run { _, _ in
      Self.ok("picture", "Content-Type: image/PNG; q=1\r\n")
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port])
      let body = try await loopback.fetcher.get("http://IMAGES.example.com:\(server.port)/a?b=c#d", limit: 7)
      #expect(body == FetchedBody(bytes: Data("picture".utf8), mediaType: "image/png"))
      let lines = Set(try #require(server.requests.first).split(separator: "\r\n").map(String.init))
      #expect(
        lines == [
          "GET /a?b=c HTTP/1.1", "Host: images.example.com:\(server.port)", "User-Agent: gavel", "Connection: close",
          "Accept-Encoding: identity", "Accept: */*",
        ])
      try await until { server.closedConnections == 1 }
    }
  }

  /// All forms of a complete body: of a known length, in chunks, up to the connection's end, none.
  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabcde", "abcde"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcde", "abc"),
    (
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n3\r\ncde\r\n0\r\nTrailer: t\r\n\r\n", "abcde"
    ),
    ("HTTP/1.1 200 OK\r\n\r\nabcde", "abcde"), ("HTTP/1.0 200 OK\r\n\r\nabcde", "abcde"),
    ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ""),
    ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\nabcde", "abcde"),
  ])
  func completeBodies(answer: String, expected: String) async throws {
    try await RawServer.run { _, _ in
      [.send(answer), .hangUp]
    } _: { server in
      let fetcher = try LoopbackFetcher(ports: [server.port]).fetcher
      let body = try await fetcher.get("http://images.example.com:\(server.port)/", limit: 5)
      #expect(String(decoding: body.bytes, as: UTF8.self) == expected)
    }
  }

  /// The name is looked up once, and the connection goes to that answer, whatever a second one would have been.
  @Test func rebinding() async throws {
    try await RawServer.run { _, _ in
      Self.ok("x")
    } _: { server in
      let names = ["a.example.com": [["127.0.0.1"], ["10.0.0.1"]]]
      let loopback = try LoopbackFetcher(ports: [server.port], names: names)
      _ = try await loopback.fetcher.get("http://a.example.com:\(server.port)/", limit: 10)
      #expect(loopback.connector.addresses == [.v4(0x7f00_0001)])
      #expect(loopback.resolver.questions == ["a.example.com"])
      // The next fetch begins anew, and meets the second answer.
      #expect(await loopback.error("http://a.example.com:\(server.port)/")?.code == .unreachable)
      #expect(loopback.connector.addresses.count == 1 && server.requests.count == 1)
    }
  }

  /// A redirect looks its name up again, even the same one, and checks the new answer.
  @Test func rebindingBetweenRedirects() async throws {
    try await RawServer.run { _, _ in
      Self.redirect(to: "/next")
    } _: { server in
      let names = ["a.example.com": [["127.0.0.1"], ["10.0.0.1"]]]
      let loopback = try LoopbackFetcher(ports: [server.port], names: names)
      #expect(await loopback.error("http://a.example.com:\(server.port)/")?.code == .unreachable)
      #expect(loopback.resolver.questions == ["a.example.com", "a.example.com"])
      #expect(loopback.connector.addresses == [.v4(0x7f00_0001)] && server.requests.count == 1)
    }
  }

  /// An address that takes no connection is followed by the next one that was checked, without another look-up.
  @Test func nextAddress() async throws {
    try await RawServer.run { _, _ in
      Self.ok("x")
    } _: { server in
      let names = ["a.example.com": [["127.0.0.9", "127.0.0.1"]], "b.example.com": [["127.0.0.9", "127.0.0.8"]]]
      let loopback = try LoopbackFetcher(ports: [server.port], names: names)
      _ = try await loopback.fetcher.get("http://a.example.com:\(server.port)/", limit: 10)
      #expect(loopback.connector.addresses == [.v4(0x7f00_0009), .v4(0x7f00_0001)])
      #expect(loopback.resolver.questions == ["a.example.com"])
      #expect(await loopback.error("http://b.example.com:\(server.port)/")?.code == .unreachable)
    }
  }

  /// Names with many addresses are tried at two of each family.
  @Test func fewTries() async throws {
    let addresses = ["8.8.0.1", "8.8.0.2", "8.8.0.3", "2a00::1", "2a00::2", "2a00::3", "8.8.0.4"]
    let connector = RecordingConnector()
    let fetcher = try GuardedFetcher(
      configuration: FetchConfiguration(), resolver: NaiveResolver(addresses), connector: connector)
    _ = await failure { try await fetcher.get("http://a.example.com/", limit: 10) }
    #expect(connector.addresses == ["8.8.0.1", "8.8.0.2", "2a00::1", "2a00::2"].compactMap { IPAddress($0) })
  }

  /// Every kind of redirect is followed, relative ones and ones to another host too.
  @Test(arguments: [301, 302, 303, 307, 308])
  func follows(status: Int) async throws {
    let port = Mutex(0)
    try await RawServer.run { _, number in
      switch number {
      case 0: Self.redirect(to: "/b/c", status)
      case 1: Self.redirect(to: "d?e", status)
      case 2: Self.redirect(to: "//other.example.com:\(port.withLock { $0 })/f", status)
      default: Self.ok("end")
      }
    } _: { server in
      port.withLock { $0 = server.port }
      let loopback = try LoopbackFetcher(ports: [server.port])
      let body = try await loopback.fetcher.get("http://images.example.com:\(server.port)/a", limit: 10)
      #expect(body.bytes == Data("end".utf8))
      #expect(server.requests.map { $0.prefix { $0 != "H" } } == ["GET /a ", "GET /b/c ", "GET /b/d?e ", "GET /f "])
      #expect(server.requests.last?.contains("Host: other.example.com:\(server.port)\r\n") == true)
      #expect(loopback.resolver.questions.count == 4)
    }
  }

  /// The fourth redirect ends a fetch.
  @Test(arguments: [0, 3])
  func tooManyRedirects(redirects: Int) async throws {
    try await RawServer.run { _, number in
      Self.redirect(to: "/\(number)")
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port]) { $0.redirects = redirects }
      #expect(await loopback.error("http://images.example.com:\(server.port)/")?.code == .tooManyRedirects)
      #expect(server.requests.count == redirects + 1 && loopback.connector.addresses.count == redirects + 1)
    }
  }

  /// As many redirects as are allowed lead to a body.
  @Test func lastRedirect() async throws {
    try await RawServer.run { _, number in
      number < 3 ? Self.redirect(to: "/\(number)") : Self.ok("end")
    } _: { server in
      let fetcher = try LoopbackFetcher(ports: [server.port]).fetcher
      let body = try await fetcher.get("http://images.example.com:\(server.port)/", limit: 10)
      #expect(body.bytes == Data("end".utf8) && server.requests.count == 4)
    }
  }

  /// A redirect to what is not fetched from reaches nothing, in whatever notation, by address or by name.
  @Test(arguments: [
    ("http://10.0.0.1:PORT/", FetchError.Code.forbiddenRedirect), ("http://169.254.169.254:PORT/", .forbiddenRedirect),
    ("http://2130706433:PORT/", .forbiddenRedirect), ("http://0x7f.1:PORT/", .forbiddenRedirect),
    ("http://[::1]:PORT/", .forbiddenRedirect), ("http://[::ffff:127.0.0.1]:PORT/", .forbiddenRedirect),
    ("//10.0.0.1:PORT/", .forbiddenRedirect), ("http://images.example.com:1/", .forbiddenRedirect),
    ("http://images.example.com/", .forbiddenRedirect), ("file:///etc/passwd", .forbiddenRedirect),
    ("http://x@images.example.com:PORT/", .forbiddenRedirect), ("http://inside.example.com:PORT/", .unreachable),
    ("http://mixed.example.com:PORT/", .unreachable), ("http://metadata.google.internal:PORT/", .unreachable),
    ("http://unknown.example.com:PORT/", .unreachable), ("gopher://127.0.0.1:PORT/_x", .forbiddenRedirect),
  ])
  func redirectsInside(location: String, code: FetchError.Code) async throws {
    let port = Mutex(0)
    try await RawServer.run { _, _ in
      Self.redirect(to: location.replacing("PORT", with: "\(port.withLock { $0 })"))
    } _: { server in
      port.withLock { $0 = server.port }
      let names = [
        "inside.example.com": [["192.168.0.1"]], "mixed.example.com": [["127.0.0.1", "10.0.0.1"]],
        "metadata.google.internal": [["169.254.169.254"]],
      ]
      let loopback = try LoopbackFetcher(ports: [server.port], names: names)
      #expect(await loopback.error("http://images.example.com:\(server.port)/")?.code == code)
      #expect(loopback.connector.addresses == [.v4(0x7f00_0001)] && server.requests.count == 1)
    }
  }

  /// Only 200 is success; every other status is told by its number, without its body being waited for.
  @Test(arguments: [201, 204, 206, 226, 300, 304, 305, 306, 400, 401, 403, 404, 410, 418, 429, 500, 503, 599, 999])
  func refusedByServer(status: Int) async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 \(status) X\r\nContent-Length: 10\r\nLocation: /x\r\n\r\n")]
    } _: { server in
      let error = await (try LoopbackFetcher(ports: [server.port]))
        .error("http://images.example.com:\(server.port)/")
      #expect(error == .refused(status: status))
      #expect(error?.message == "the server answered with status \(status)")
    }
  }

  /// A redirect that says nowhere is no redirect.
  @Test func redirectToNowhere() async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")]
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port])
      #expect(await loopback.error("http://images.example.com:\(server.port)/") == .refused(status: 302))
    }
  }

  /// A fetch that is cancelled closes its connection and ends.
  @Test func cancellation() async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nab")]
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port])
      let task = Task { try await loopback.fetcher.get("http://images.example.com:\(server.port)/", limit: 10) }
      try await until { server.requests.count == 1 }
      #expect(server.closedConnections == 0)
      task.cancel()
      #expect(await failure { try await task.value } as? FetchError == .cancelled)
      try await until { server.closedConnections == 1 }
      #expect(loopback.fetcher.limiter.load == (0, 0))
    }
  }

  /// A name server that does not answer is left when the time is over.
  @Test func silentResolver() async throws {
    struct Silent: Resolver {
      func addresses(of name: String) async throws -> [IPAddress] {
        try await Task.sleep(for: .seconds(3_600))
        return []
      }
    }
    var configuration = FetchConfiguration()
    configuration.time = .milliseconds(50)
    let fetcher = try GuardedFetcher(configuration: configuration, resolver: Silent(), connector: RecordingConnector())
    #expect(await failure { try await fetcher.get("http://a.example.com/", limit: 1) } as? FetchError == .timedOut)
  }

  /// A configuration that no fetch could be made with is refused.
  @Test func misconfigured() throws {
    let changes: [(inout FetchConfiguration) -> Void] = [
      { $0.connections = 0 }, { $0.connectionsPerHost = 0 }, { $0.connectionsPerCaller = -1 }, { $0.longestQueue = -1 },
      { $0.time = .zero }, { $0.connectTime = .zero }, { $0.redirects = -1 }, { $0.longestURL = 0 }, { $0.ports = [0] },
      { $0.ports = [65_536] }, { $0.trustedRootsFile = "/nowhere/roots.pem" },
    ]
    for change in changes {
      var configuration = FetchConfiguration()
      change(&configuration)
      let error = #expect(throws: FetchError.self) { try GuardedFetcher(configuration: configuration) }
      #expect(error?.code == .misconfigured)
    }
  }
}
