internal import Foundation
internal import Storage
internal import Testing

@testable internal import Gateway
@testable internal import GuardedFetching

struct WebhookMakingTests {
  private static let strict = Result { try WebhookClient() }
  private static let loopback = Result { try WebhookClient(allowsPlaintextLoopback: true) }

  private func make(
    _ url: String, headers: [String: String] = [:], loopback: Bool = false
  ) throws -> WebhookDeliveryRecord {
    try .make(
      of: WebhookSubject(.job, UUID()), account: UUID(), url: url, headers: headers,
      client: (loopback ? Self.loopback : Self.strict).get())
  }

  private func refusal(_ body: () throws -> Void) -> GatewayError? {
    do {
      try body()
      return nil
    } catch {
      return error as? GatewayError
    }
  }

  /// What is kept waits, knows its receiver by the host, and has its headers in one order.
  @Test func makes() throws {
    let delivery = try make(
      "https://Hooks.Example.com:443/a?token=1", headers: ["X-Webhook-B": "2", "x-webhook-a": " 1 "])
    #expect(delivery.state == .waiting && delivery.due == nil && delivery.attempts == 0)
    #expect(delivery.host == "hooks.example.com" && delivery.url == "https://Hooks.Example.com:443/a?token=1")
    #expect(delivery.headers.map(\.name) == ["X-Webhook-B", "x-webhook-a"])
    #expect(try make("https://1.1.1.1/").host == "1.1.1.1")
  }

  /// With networks and ports of its own allowed, a URL may lead there, and nowhere else that is not public.
  @Test func goesWhereItsConfigurationAllows() throws {
    var configuration = FetchConfiguration.webhooks
    configuration.addresses.allowed = [try #require(AddressNetwork("10.1.0.0/16"))]
    configuration.ports.insert(8_443)
    let client = try WebhookClient(configuration: configuration)
    #expect(try client.host(of: "https://10.1.2.3:8443/hook") == "10.1.2.3")
    #expect(try client.host(of: "https://receiver.internal/hook") == "receiver.internal")
    for url in [
      "https://10.2.0.1/hook", "http://10.1.2.3/hook", "https://10.1.2.3:8444/hook", "https://127.0.0.1:8443/hook",
    ] {
      #expect(throws: FetchError.self, "\(url)") { try client.host(of: url) }
    }
    #expect(throws: FetchError.self) { try WebhookClient().host(of: "https://10.1.2.3/hook") }
  }

  /// A URL that is not posted to names its field.
  @Test(arguments: [
    "", "http://hooks.example.com/", "https://", "https://user@hooks.example.com/", "https://hooks.example.com:8443/",
    "https://localhost/", "https://intranet/", "https://10.0.0.1/", "https://[::1]/", "https://127.1/", "ftp://a.com/",
    "hooks.example.com", "https://hooks.example.com/\r\nX: y",
    "https://hooks.example.com/" + String(repeating: "a", count: 2_048),
    "http://127.0.0.1/", "http://localhost:80/",
  ])
  func refuses(url: String) {
    let error = refusal { _ = try make(url) }
    #expect(error?.code == .invalidArgument && error?.message.hasPrefix("webhook.url: ") == true)
  }

  /// The switch for developers opens plain http to the loopback, at any port, and nothing else.
  @Test func allowsTheLoopback() throws {
    for url in [
      "http://127.0.0.1:8080/hook", "http://127.0.0.53/", "http://[::1]:9/", "http://localhost:3000/",
      "http://LocalHost./",
    ] {
      #expect(throws: Never.self) { _ = try make(url, loopback: true) }
      #expect(refusal { _ = try make(url) } != nil)
    }
    for url in [
      "http://hooks.example.com/", "http://93.184.216.34/", "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/",
      "http://0.0.0.0/", "http://127.1/", "http://2130706433/", "http://a.localhost/", "http://localhost.example.com/",
      "https://127.0.0.1/", "https://localhost/", "http://user@127.0.0.1/", "http://[::]/", "http://169.254.169.254/",
    ] {
      #expect(refusal { _ = try make(url, loopback: true) }?.code == .invalidArgument, "\(url)")
    }
  }

  /// Headers are the caller's where their names say so, and nothing in them can end the head.
  @Test(arguments: [
    ["Authorization": "a"], ["X-Webhook": "a"], ["X-Webhook-": "a"], ["webhook-id": "a"], ["X-Webhook-A b": "a"],
    ["X-Webhook-A:": "a"], ["X-Webhook-A\r\nHost": "a"], ["X-Webhook-Ä": "a"], ["X-Webhook-A": "a\r\nb: c"],
    ["X-Webhook-A": "\u{0}"], ["X-Webhook-A": "\u{7f}"], ["X-Webhook-A": "ü"],
    ["X-Webhook-A": "a", "x-webhook-a": "b"],
    ["X-Webhook-A": String(repeating: "a", count: 1_025)], ["X-Webhook-" + String(repeating: "a", count: 55): "a"],
    Dictionary(uniqueKeysWithValues: (0..<17).map { ("X-Webhook-\($0)", "a") }), [" X-Webhook-A": "a"],
  ])
  func refusesHeaders(headers: [String: String]) {
    let error = refusal { _ = try make("https://hooks.example.com/", headers: headers) }
    #expect(error?.code == .invalidArgument && error?.message.hasPrefix("webhook.extraHeaders: ") == true)
  }

  /// The most that is allowed is taken, and is no more than the fetcher sends.
  @Test func takesTheMost() throws {
    let value = String(repeating: "~", count: 1_024)
    let name = "X-Webhook-" + String(repeating: "a", count: 52)
    let headers = Dictionary(uniqueKeysWithValues: (10..<26).map { ("\(name)\($0)", value) })
    let delivery = try make("https://hooks.example.com/", headers: headers)
    #expect(delivery.headers.count == 16)
    try RequestHeaders.check(delivery.headers.map { ($0.name, $0.value) })
  }
}
