internal import Foundation
internal import Testing

@testable internal import Gateway

/// A line of `signatures.jsonl`: the published example of the Standard Webhooks specification, then signatures that
/// Python's `hmac` made.
struct SignatureCase: Decodable, Sendable, CustomTestStringConvertible {
  var secret: String
  var id: String
  var timestamp: Int64
  var body: String
  var signature: String

  var testDescription: String { id }

  static let all: [SignatureCase] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "signatures.jsonl")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(SignatureCase.self, from: Data($0.utf8))
    }
  }()

  func webhookSecret() throws -> WebhookSecret {
    WebhookSecret(bytes: try #require(Data(base64Encoded: String(secret.dropFirst(WebhookSecret.prefix.count)))))
  }
}

struct WebhookSignatureTests {
  /// No line is lost.
  @Test func casesAreThere() { #expect(SignatureCase.all.count == 7) }

  /// Our signatures are those of the specification.
  @Test(arguments: SignatureCase.all)
  func signs(example: SignatureCase) throws {
    let secret = try example.webhookSecret()
    #expect(secret.text == example.secret)
    let signature = WebhookSignature.signature(
      id: example.id, timestamp: example.timestamp, body: Data(example.body.utf8), secret: secret)
    #expect(signature == example.signature)
  }

  /// The headers say id and whole seconds; with several secrets there is a signature of each, a space between.
  @Test func writesHeaders() throws {
    let example = try #require(SignatureCase.all.first)
    let moment = Date(timeIntervalSince1970: TimeInterval(example.timestamp) + 0.999)
    let other = WebhookSecret.generate()
    let known = try example.webhookSecret()
    let headers = WebhookSignature.headers(
      id: example.id, moment: moment, body: Data(example.body.utf8), secrets: [known, other])
    #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
    #expect(headers[0].value == example.id && headers[1].value == String(example.timestamp))
    let second = WebhookSignature.signature(
      id: example.id, timestamp: example.timestamp, body: Data(example.body.utf8), secret: other)
    #expect(headers[2].value == "\(example.signature) \(second)")
  }

  /// Secrets are 32 random bytes, written as receivers' libraries read them.
  @Test func generates() throws {
    let secrets = (0..<10).map { _ in WebhookSecret.generate() }
    #expect(Set(secrets.map(\.text)).count == 10)
    for secret in secrets {
      #expect(secret.text.hasPrefix("whsec_") && secret.bytes.count == 32)
      #expect(Data(base64Encoded: String(secret.text.dropFirst(6))) == secret.bytes)
    }
  }
}
