import Foundation
import Testing

@testable import GuardedFetching

@Suite struct PostTests {
  /// A body and headers arrive as they were given, and the status comes back with `Retry-After`.
  @Test func posts() async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 202 Accepted\r\nRetry-After: 9\r\nContent-Length: 1000000\r\n\r\n")]
    } _: { server in
      let fetcher = try LoopbackFetcher(ports: [server.port]).fetcher
      let receipt = try await fetcher.post(
        Data("{\"job\":{}}".utf8), to: "http://images.example.com:\(server.port)/hook",
        headers: [("Content-Type", "application/json"), ("X-Webhook-Team", "a b")])
      #expect(receipt == PostReceipt(status: 202, retryAfter: "9"))
      let request = try #require(server.requests.first)
      #expect(request.hasPrefix("POST /hook HTTP/1.1\r\n") && request.hasSuffix("\r\n\r\n{\"job\":{}}"))
      for line in ["Content-Length: 10", "Content-Type: application/json", "X-Webhook-Team: a b", "Connection: close"] {
        #expect(request.contains("\r\n\(line)\r\n"), "\(line)")
      }
      #expect(!request.lowercased().contains("transfer-encoding"))
    }
  }

  /// A body of nothing has its length said.
  @Test func emptyBody() async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 204 X\r\n\r\n")]
    } _: { server in
      let fetcher = try LoopbackFetcher(ports: [server.port]).fetcher
      let receipt = try await fetcher.post(Data(), to: "http://images.example.com:\(server.port)/")
      #expect(receipt.status == 204)
      #expect(server.requests.first?.contains("Content-Length: 0\r\n") == true)
    }
  }

  /// No redirect is followed, and no status is an error.
  @Test(arguments: [301, 307, 308, 400, 410, 503])
  func statuses(status: Int) async throws {
    try await RawServer.run { _, _ in
      [.send("HTTP/1.1 \(status) X\r\nLocation: /elsewhere\r\n\r\n")]
    } _: { server in
      let loopback = try LoopbackFetcher(ports: [server.port])
      let receipt = try await loopback.fetcher.post(Data([1]), to: "http://images.example.com:\(server.port)/")
      #expect(receipt == PostReceipt(status: status))
      #expect(server.requests.count == 1 && loopback.connector.addresses.count == 1)
    }
  }

  /// What is posted to is guarded like what is fetched.
  @Test(arguments: [
    ("https://127.0.0.1/", FetchError.Code.forbiddenAddress), ("https://localhost/", .forbiddenAddress),
    ("https://inside.example.com/", .unreachable), ("http://a.example.com/", .invalidURL),
    ("https://a.example.com:80/", .invalidURL),
  ])
  func isGuarded(url: String, code: FetchError.Code) async throws {
    let connector = RecordingConnector()
    let fetcher = try GuardedFetcher(
      configuration: .webhooks, resolver: NaiveResolver(["10.0.0.1"]), connector: connector)
    #expect((await failure { try await fetcher.post(Data(), to: url) } as? FetchError)?.code == code)
    #expect(connector.addresses.isEmpty)
  }

  /// No header can end the head, or say what the fetcher itself says.
  @Test(arguments: [
    ("X", "a\r\nHost: b"), ("X", "a\nb"), ("X", "a\u{0}"), ("X", "\u{e9}"), ("X\r\nY", "a"), ("", "a"), ("X Y", "a"),
    ("X:", "a"), ("Host", "a"), ("content-length", "0"), ("Transfer-Encoding", "chunked"), ("Connection", "keep-alive"),
    ("Accept-Encoding", "gzip"), ("Expect", "100-continue"), ("X", String(repeating: "a", count: 8_192)),
  ])
  func headers(name: String, value: String) async throws {
    let connector = RecordingConnector()
    let fetcher = try GuardedFetcher(
      configuration: .webhooks, resolver: NaiveResolver(nil), connector: connector)
    let error = await failure {
      try await fetcher.post(Data(), to: "https://a.example.com/", headers: [(name, value)])
    }
    #expect((error as? FetchError)?.code == .invalidHeader)
    #expect(connector.addresses.isEmpty)
  }

  /// Only so many headers are sent.
  @Test func manyHeaders() async throws {
    let fetcher = try GuardedFetcher(
      configuration: .webhooks, resolver: NaiveResolver(nil), connector: RecordingConnector())
    for (count, code) in [(64, FetchError.Code.unreachable), (65, .invalidHeader)] {
      let headers = Array(repeating: (name: "X-Webhook-A", value: "b"), count: count)
      let error = await failure { try await fetcher.post(Data(), to: "https://a.example.com/", headers: headers) }
      #expect((error as? FetchError)?.code == code)
    }
  }
}
