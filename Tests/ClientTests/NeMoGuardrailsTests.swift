internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import GatewayServer
internal import PolicyEvaluation
internal import SignalScoring
internal import TestSupport
internal import Testing

/// The unchanged rail of NeMo Guardrails, configured as docs/nemo-guardrails.md says.
struct NeMoGuardrailsTests {
  private static let key = "gavel_nemo_guardrails_test_key"
  private static let refusal = "I'm sorry, I can't respond to that."
  private static let internalError = "I'm sorry, an internal error has occurred."
  /// Has the labels that the documentation's configuration names, and one that it does not.
  private static let policy =
    #"LABEL "Threats" { =("cat") } LABEL "Harassment" { =("dog") } LABEL "Hate" { =("bird") }"#

  /// What the user says, what the model would answer, and what comes of it.
  private struct Talk {
    var user: String
    var bot = "well met"
    /// JSON that goes over the documentation's configuration, below `rails.config.clavata`.
    var settings = "{}"
    /// nil: the model's answer.
    var said: String?
    var modelIsAsked = true
  }

  private struct Answer: Decodable {
    var said: String
    var modelWasAsked: Bool
    var seconds: Double
  }

  /// - Parameter settings: JSON for all talks, as a talk's own.
  @discardableResult
  private func check(
    _ talks: [Talk], settings: String, key: String = NeMoGuardrailsTests.key, certificate: URL? = nil
  ) async throws -> [Answer] {
    var python = Program.railsPython
    // Its statistics are sent to their maker unless it is told not to.
    python.environment = ["CLAVATA_API_KEY": key, "DO_NOT_TRACK": "1", "SSL_CERT_FILE": certificate?.path ?? ""]
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let page = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/nemo-guardrails.md")
    let given = #"{"settings": \#(Self.placed(settings)), "talks": [\#(talks.map(Self.json).joined(separator: ","))]}"#
    let result = try await python.run([tests.appending(path: "nemo/rails.py").path, page.path], input: given)
    try #require(result.status == 0, "\(result.errors)")
    let answers = try JSONDecoder().decode([Answer].self, from: Data(result.output.utf8))
    try #require(answers.count == talks.count)
    for (talk, answer) in zip(talks, answers) {
      #expect(answer.said == talk.said ?? talk.bot, "\(talk): \(result.errors.suffix(2_000))")
      #expect(answer.modelWasAsked == talk.modelIsAsked, "\(talk)")
    }
    return answers
  }

  private static func placed(_ settings: String) -> String { #"{"rails": {"config": {"clavata": \#(settings)}}}"# }

  private static func json(_ talk: Talk) -> String {
    #"{"user": "\#(talk.user)", "bot": "\#(talk.bot)", "settings": \#(placed(talk.settings))}"#
  }

  private static func endpoint(_ addresses: GavelServer.Addresses, scheme: String = "http") -> String {
    #"{"server_endpoint": "\#(scheme)://localhost:\#(addresses.restPort)/"}"#
  }

  /// The documentation's configuration as it is, but for the address, against `gavel serve`: what the labels named match
  /// is refused, on its way in and on its way out, and all else passes.
  @Test func refusesWhatThePolicyMatches() async throws {
    let folder = try TemporaryFolder()
    let policies = folder.url.appending(path: "policies")
    try FileManager.default.createDirectory(at: policies, withIntermediateDirectories: true)
    // Named as the starter policy, it has its id.
    try Data(Self.policy.utf8).write(to: policies.appending(path: "toxicity.policy"))
    let server = try await ServerProcess.start(folder: folder, key: Self.key)
    defer { server.kill() }
    let all = #"{"label_match_logic": "ALL"}"#
    let unnamed = #"{"input": {"labels": []}, "output": {"labels": []}}"#
    let own = #"{"policies": {"other": "1ad0c21e-eb7e-5309-b166-a702107c52f4"}, "input": {"policy": "other"}}"#
    let misspelt = #"{"input": {"labels": ["threats"]}}"#
    try await check(
      [
        Talk(user: "good morning"),
        Talk(user: "a cat", said: Self.refusal, modelIsAsked: false),
        Talk(user: "a dog", said: Self.refusal, modelIsAsked: false),
        Talk(user: "a bird", bot: "a bird it is"),
        Talk(user: "good morning", bot: "here is a dog", said: Self.refusal),
        Talk(user: "a cat", bot: "a dog", settings: all),
        Talk(user: "a cat and a dog", settings: all, said: Self.refusal, modelIsAsked: false),
        Talk(user: "good morning", bot: "a cat and a dog", settings: all, said: Self.refusal),
        Talk(user: "good morning", settings: unnamed),
        Talk(user: "a bird", settings: unnamed, said: Self.refusal, modelIsAsked: false),
        Talk(user: "good morning", bot: "a bird", settings: unnamed, said: Self.refusal),
        Talk(user: "a cat", settings: own, said: Self.refusal, modelIsAsked: false),
        Talk(user: "a cat", settings: misspelt),
      ], settings: #"{"server_endpoint": "\#(server.address)"}"#)
  }

  /// It trusts the certificate that the server made for itself, where it is told to, and no other.
  @Test func asksOverTLS() async throws {
    let folder = try TemporaryFolder()
    let pair = try SelfSignedCertificate.pair(in: folder.url, host: "127.0.0.1")
    let engine = try await TestEngine()
    let policy = try await engine.policy(Self.policy)
    let own = #"{"policies": {"chat": "\#(policy)"}}"#
    try await LiveServer.run(engine, security: .tls(pair)) { addresses in
      let endpoint = Self.endpoint(addresses, scheme: "https")
      let trusted = [
        Talk(user: "good morning", settings: own),
        Talk(user: "a cat", settings: own, said: Self.refusal, modelIsAsked: false),
      ]
      try await check(
        trusted, settings: endpoint, key: engine.evaluator,
        certificate: folder.url.appending(path: "certificate.pem"))
      let strange = [Talk(user: "good morning", settings: own, said: Self.internalError, modelIsAsked: false)]
      try await check(strange, settings: endpoint, key: engine.evaluator)
    }
  }

  /// Where there is no report, neither the model nor the user gets to see anything.
  @Test func failsClosed() async throws {
    let engine = try await TestEngine(scorers: [FailingScorer(.overloaded)])
    let policy = try await engine.policy(Self.policy)
    let unsure = try await engine.policy(#"LABEL "Threats" { "threats" }"#, key: "unsure")
    let disabled = try await engine.policy(Self.policy, key: "disabled")
    var disabling = Clavata_Gateway_V1_UpdatePolicyRequest()
    disabling.identifier.policyID = disabled.uuidString
    disabling.disabled = true
    _ = try await engine.engine.policies.update(disabling, caller: engine.caller)
    // A signal that nothing scores, a disabled policy, one that is not there, and a server that is not.
    let elsewhere = #", "server_endpoint": "http://127.0.0.1:1""#
    let closed = [(unsure, ""), (disabled, ""), (UUID(), ""), (policy, elsewhere)].map { policy, more in
      Talk(
        user: "good morning", settings: #"{"policies": {"chat": "\#(policy)"}\#(more)}"#, said: Self.internalError,
        modelIsAsked: false)
    }
    try await LiveServer.run(engine) { addresses in
      let endpoint = Self.endpoint(addresses)
      let open = Talk(user: "good morning", settings: #"{"policies": {"chat": "\#(policy)"}}"#)
      try await check([open] + closed, settings: endpoint, key: engine.evaluator)
      var refused = open
      refused.said = Self.internalError
      refused.modelIsAsked = false
      try await check([refused], settings: endpoint, key: "wrong")
      // What fails on the way out is not shown either.
      let late = Talk(
        user: "good morning",
        settings: #"{"policies": {"chat": "\#(policy)", "late": "\#(unsure)"}, "output": {"policy": "late"}}"#,
        said: Self.internalError)
      try await check([late], settings: endpoint, key: engine.evaluator)
    }
  }

  /// Over its rate it waits as long as the server says, and is let in then.
  @Test func waitsWhereItIsOverItsRate() async throws {
    let time = StartedTime()
    let limiter = RateLimiter(key: nil, account: RateLimit(perSecond: 1, burst: 1), now: { time.now })
    let engine = try await TestEngine(limiter: limiter)
    let policy = try await engine.policy(Self.policy)
    try await LiveServer.run(engine) { addresses in
      // Two are taken of one: the bucket is empty for two seconds, which begin when the rail first asks.
      limiter.charge(contents: 3, to: engine.caller)
      time.start()
      let talk = Talk(
        user: "a cat", settings: #"{"policies": {"chat": "\#(policy)"}}"#, said: Self.refusal, modelIsAsked: false)
      let answers = try await check([talk], settings: Self.endpoint(addresses), key: engine.evaluator)
      #expect(answers.allSatisfy { $0.seconds >= 2 }, "\(answers)")
    }
  }

  /// Where the wait is longer than it has patience for, it gives up and fails closed.
  @Test func givesUpWhereTheWaitIsLong() async throws {
    let time = SetTime()
    let limiter = RateLimiter(key: nil, account: RateLimit(perSecond: 1, burst: 1), now: { time.now })
    let engine = try await TestEngine(limiter: limiter)
    let policy = try await engine.policy(Self.policy)
    try await LiveServer.run(engine) { addresses in
      limiter.charge(contents: 1_000, to: engine.caller)
      let talk = Talk(
        user: "good morning", settings: #"{"policies": {"chat": "\#(policy)"}}"#, said: Self.internalError,
        modelIsAsked: false)
      try await check([talk], settings: Self.endpoint(addresses), key: engine.evaluator)
    }
  }
}
