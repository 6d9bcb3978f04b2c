internal import Foundation
internal import TestSupport
internal import Testing

/// `gavel webhook`, beside a running server, and a receiver that checks signatures as docs/webhooks.md says.
struct WebhookCommandTests {
  private static let key = "gavel_webhook_command_test_key"

  private func gavel(_ folder: TemporaryFolder, _ arguments: String...) async throws -> Program.Result {
    try await Program.gavel.run(["webhook"] + arguments + ["--data", folder.url.appending(path: "data").path])
  }

  /// The secret is one until it is rotated; then receivers that know either verify what is sent. A webhook that was given
  /// up is listed, and sent again when told so.
  @Test func worksBesideAServer() async throws {
    let folder = try ServerProcess.folder()
    try await WebhookReceiver.run { _, number in
      .status(number == 0 ? 410 : 200)
    } _: { receiver in
      let server = try await ServerProcess.start(
        folder: folder, key: Self.key, arguments: ["--webhook-plaintext-loopback"])
      let first = try await secret(folder, "show")
      #expect(try await secret(folder, "show") == first)
      let second = try await secret(folder, "rotate")
      #expect(second != first)
      let shown = try await gavel(folder, "secret", "show")
      #expect(shown.output == second + "\n" && shown.errors.contains("signs beside it until"))

      let policy = try await server.policyID()
      _ = try await server.send(
        "POST", "/v1/jobs",
        #"{"contentData":[{"text":"a cat"}],"policyId":"\#(policy)","webhook":{"url":"\#(receiver.url)?token=hidden"}}"#
      )
      try await receiver.until { _ in try await gavel(folder, "list", "--state", "failed").output.contains("status 410")
      }
      let listed = try await gavel(folder, "list")
      let id = try #require(receiver.requests.first?.id)
      #expect(listed.output.hasPrefix("\(id)  job ") && listed.output.contains("  failed  attempts 1  status 410  "))
      #expect(!listed.output.contains("hidden"))

      let resent = try await gavel(folder, "resend", id)
      #expect(resent.status == 0 && resent.output.contains("  due  attempts 0  "))
      try await receiver.until { $0.requests.count == 2 }
      #expect(Set(receiver.requests.map(\.id)) == [id])
      for request in receiver.requests {
        for known in [first, second] { #expect(try await isVerified(request, secret: known)) }
        #expect(
          try await isVerified(request, secret: "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()) == false
        )
      }
      server.kill()
    }
  }

  /// What is not there is said to be so.
  @Test func refuses() async throws {
    let folder = try TemporaryFolder()
    let unknown = try await gavel(folder, "resend", "00000000-0000-0000-0000-000000000001")
    #expect(unknown.status == 2 && unknown.errors.contains("no webhook has the id"))
    #expect(try await gavel(folder, "resend", "x").status == 64)
    #expect(try await gavel(folder, "list", "--state", "gone").status == 64)
    #expect(try await gavel(folder, "list", "--limit", "0").status == 64)
    #expect(try await gavel(folder, "list").output.isEmpty)
    // Five secrets sign at most.
    for _ in 0..<5 { #expect(try await gavel(folder, "secret", "rotate").status == 0) }
    let sixth = try await gavel(folder, "secret", "rotate")
    #expect(sixth.status == 2 && sixth.errors.contains("5 secrets sign already"))
  }

  private func secret(_ folder: TemporaryFolder, _ command: String) async throws -> String {
    let result = try await gavel(folder, "secret", command)
    #expect(result.status == 0, "\(result.errors)")
    let secret = result.output.trimmingCharacters(in: .newlines)
    #expect(secret.hasPrefix("whsec_"))
    return secret
  }

  /// Asks the function of docs/webhooks.md, which uses Python's own libraries alone.
  private func isVerified(_ request: WebhookReceiver.Request, secret: String) async throws -> Bool {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/webhooks.md")
      .standardized
    let parts = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    let function = try #require(parts.first { $0.hasPrefix("python\n") }?.dropFirst(7))
    let call = """
      import json, sys
      given = json.load(sys.stdin)
      print(verified(given["body"].encode(), given["headers"], given["secret"], now=int(given["headers"]["webhook-timestamp"])))
      """
    let given: [String: Any] = [
      "body": String(decoding: request.body, as: UTF8.self), "headers": request.headers, "secret": secret,
    ]
    let input = String(decoding: try JSONSerialization.data(withJSONObject: given), as: UTF8.self)
    let result = try await Program.python.run(["-c", function + "\n" + call], input: input)
    #expect(result.status == 0, "\(result.errors)")
    return result.output == "True\n"
  }
}
