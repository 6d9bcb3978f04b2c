internal import Foundation
internal import GatewayServer
internal import GuardedFetching
internal import TestSupport
internal import Testing

/// Images from the unchanged Python SDK.
struct PythonSDKImageTests {
  private struct Seen: Decodable {
    var reports: [String: [JSONTree]]
    var refusals: [[String]]
  }

  /// Texts, images and URLs go through one policy; images that are not taken in raise what the SDK expects.
  @Test func imagesAndURLs() async throws {
    let port = try FreePort.find()
    var configuration = FetchConfiguration()
    configuration.ports = [port]
    configuration.addresses.allowed = [try #require(AddressNetwork("127.0.0.1/32"))]
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("a CAT"),
      fetcher: try GuardedFetcher(configuration: configuration))
    let policy = try await engine.policy(#"LABEL "Cats" { =("cat") } LABEL "Dogs" { =("dogs") }"#)
    let result = try await LiveServer.run(engine) { addresses in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sdk/images.py").path
      return try await Program.python.run([
        script, String(addresses.grpcPort), engine.evaluator, policy.uuidString.lowercased(), String(port),
        TestImages.png.base64EncodedString(),
      ])
    }
    #expect(result.status == 0, "\(result.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.output.utf8))
    #expect(seen.reports["image"] == ["cc2e9108", ["Cats"]])
    #expect(seen.reports["url"] == seen.reports["image"])
    #expect(seen.reports["text"]?.last == ["Dogs"])
    #expect(seen.refusals.map(\.first) == ["UNSUPPORTED_FORMAT", "INVALID_CONTENT"])
    #expect(seen.refusals.map { $0.last?.isEmpty } == [false, true])
  }
}
