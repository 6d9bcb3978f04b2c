internal import Foundation
internal import GatewayServer
internal import TestSupport
internal import Testing

/// The unchanged Python SDK, and the stubs that it comes with, on labels and drafts.
struct PythonSDKLabelTests {
  private struct Seen: Decodable {
    var draft: [[Bool]]
    var wrong: [[Bool]]
    var results: [[JSONTree]]
    var ids: Bool
    var reported: [[JSONTree]]
    var hash: String
    var badRequest: String
  }

  /// Labels are made and evaluated, a draft is tried; what is wrong with one label is its own.
  @Test func evaluatesLabels() async throws {
    let engine = try await TestEngine()
    let result = try await LiveServer.run(engine) { addresses in
      let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sdk/labels.py").path
      return try await Program.python.run([script, String(addresses.grpcPort), engine.writer])
    }
    #expect(result.status == 0, "\(result.errors)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.output.utf8))
    #expect(seen.draft == [[true, false], [true, false]] && seen.wrong == [[false, true]])
    #expect(seen.results == [["FALSE", 0, .null], ["error", "no label version"], ["TRUE", 1, .null]])
    #expect(seen.ids && seen.hash.hasPrefix("sha256::"))
    #expect(seen.reported == [["TRUE", 1, ["cats"]]])
    #expect(seen.badRequest == "INVALID_ARGUMENT")
  }
}
