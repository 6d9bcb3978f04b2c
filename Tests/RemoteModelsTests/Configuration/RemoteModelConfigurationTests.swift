import Testing

@testable import RemoteModels

@Suite struct RemoteModelConfigurationTests {
  private static let key = "sk-never-to-be-seen"

  /// The address as it is given, but for slashes at its end.
  @Test(arguments: [
    ("http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/chat/completions"),
    ("https://models.example/v1///", "https://models.example/v1/chat/completions"),
    ("HTTP://[::1]:11434", "HTTP://[::1]:11434/chat/completions"),
  ])
  func takesHTTPAddresses(baseURL: String, chatURL: String) throws {
    #expect(try RemoteModelConfiguration(baseURL: baseURL, model: "m").chatURL == chatURL)
  }

  /// Any other is refused, with what is wrong with it and without repeating it.
  @Test(arguments: [
    ("", "is not a URL"), ("models.example", "is not a URL"), ("http://a b/v1", "is not a URL"),
    ("ftp://models.example/v1", "http:// or https://"), ("file:///etc/passwd", "http:// or https://"),
    ("http+unix://%2Fsocket/v1", "http:// or https://"), ("http:///v1", "names no host"), ("http://", "names no host"),
    ("http://models.example:99999/v1", "names no port"),
    ("https://user:sk-never-to-be-seen@models.example/v1", "no user name"),
    ("https://models.example/v1?key=sk-never-to-be-seen", "before any"), ("https://models.example/v1#x", "before any"),
    ("https://models.example/v1/chat/completions", "must end before `/chat/completions`"),
  ])
  func refusesOtherAddresses(baseURL: String, reason: String) {
    let error = #expect(throws: RemoteModelError.self) { try RemoteModelConfiguration(baseURL: baseURL, model: "m") }
    #expect(error?.code == .misconfigured && error?.message.contains(reason) == true)
    #expect(error?.message.contains(Self.key) == false)
  }

  /// A key that would break out of its header is refused, and not repeated.
  @Test(arguments: ["", " ", "\(key)\r\nX-Evil: 1", "\(key) ", "\(key)é"])
  func refusesKeysThatAreNone(key: String) {
    let error = #expect(throws: RemoteModelError.self) {
      try RemoteModelConfiguration(baseURL: "http://localhost/v1", model: "m", apiKey: key)
    }
    #expect(error?.code == .misconfigured && error?.message.contains(Self.key) == false)
  }

  @Test(arguments: ["", "a\nb", String(repeating: "m", count: 257)])
  func refusesModelsThatAreNone(model: String) {
    #expect(throws: RemoteModelError.self) {
      try RemoteModelConfiguration(baseURL: "http://localhost/v1", model: model)
    }
  }

  /// A limit that makes no sense is refused by its name.
  @Test func refusesLimitsThatAreNone() {
    let changes: [(String, (inout RemoteLimits) -> Void)] = [
      ("`request`", { $0.request = .zero }), ("`content`", { $0.content = .seconds(-1) }),
      ("`connect`", { $0.connect = .zero }), ("`connect`", { $0.connect = .seconds(86_401) }),
      ("`answerBytes`", { $0.answerBytes = 0 }),
      ("`retries.attempts`", { $0.retries.attempts = 0 }), ("`retries.base`", { $0.retries.base = .seconds(-1) }),
      ("`breaker.failures`", { $0.breaker.failures = 0 }), ("`breaker.rest`", { $0.breaker.rest = .zero }),
    ]
    for (name, change) in changes {
      var limits = RemoteLimits()
      change(&limits)
      let error = #expect(throws: RemoteModelError.self) {
        try RemoteModelConfiguration(baseURL: "http://localhost/v1", model: "m", limits: limits)
      }
      #expect(error?.message.contains(name) == true)
    }
  }

  /// However it is printed, the key is not in it.
  @Test func theKeyIsNeverPrinted() throws {
    let configuration = try RemoteModelConfiguration(baseURL: "http://localhost/v1", model: "m", apiKey: Self.key)
    var dumped = ""
    dump(configuration, to: &dumped)
    for text in ["\(configuration)", String(reflecting: configuration), dumped] {
      #expect(!text.contains(Self.key) && text.contains("localhost"))
    }
    #expect(configuration.apiKey?.bearer == "Bearer \(Self.key)")
  }
}
