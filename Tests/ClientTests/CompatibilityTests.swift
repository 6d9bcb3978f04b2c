internal import Foundation
internal import Gateway
internal import GatewayServer
internal import TestSupport
internal import Testing

/// Programs written for other moderation APIs, with nothing but the base URL changed.
struct CompatibilityTests {
  private static let policy = """
    LABEL "harassment" { =("cat") }
    LABEL "harassment/threatening" { =("dogs") }
    LABEL "hate" { =("rain") }
    LABEL "house rule" { =("dogs") }
    """

  private func run(_ script: String, _ arguments: [String] = []) async throws -> [String: Any] {
    let engine = try await TestEngine(
      sight: [ConstantScorer("eye-1", score: 0.2)], reader: ConstantReader("a CAT"),
      compatibility: .init(moderations: "ours", comments: "ours"))
    _ = try await engine.policy(Self.policy, key: "ours")
    let result = try await LiveServer.run(engine) { addresses in
      let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: script).path
      return try await Program.python.run([path, String(addresses.restPort), engine.evaluator] + arguments)
    }
    #expect(result.status == 0, "\(result.errors)")
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any] ?? [:]
  }

  /// As JSON, to compare with.
  private func text(_ value: Any?) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: value ?? NSNull(), options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  /// The `openai` client reads every answer, and raises the exception that each error is.
  @Test func openAIClient() async throws {
    let seen = try await run("moderations.py", [TestImages.png.base64EncodedString()])
    let expected = [
      "id": #""modr-""#, "model": #""ours""#,
      "one": #"[[true,true,false,true,["text"],false]]"#,
      "list": #"[[false,false,false,true,["text"],false],[true,false,true,true,["text"],true]]"#,
      "parts": #"[[true,true,true,true,["text","image"],true]]"#,
      "unknownModel": #"["NotFoundError",404,"invalid_request_error","model_not_found","model"]"#,
      "badInput": #"["BadRequestError",400,"invalid_request_error",null,"input"]"#,
      "badImage": #"["BadRequestError",400,"invalid_request_error","unsupported_image_format","input[0]"]"#,
      "badKey": #"["AuthenticationError",401,"invalid_request_error","invalid_api_key",null]"#,
    ]
    for (name, value) in expected { #expect(try text(seen[name]) == value, "\(name)") }
  }

  /// A program that puts its key into the URL and reads summary scores finds them where it looks.
  @Test func perspectiveClient() async throws {
    let seen = try await run("comments.py")
    #expect(try text(seen["analyze"]) == #"[{"HARASSMENT":1,"HATE":0},["en"],"7"]"#)
    #expect(try text(seen["unknownAttribute"]) == #"[400,400,"INVALID_ARGUMENT"]"#)
    #expect(try text(seen["badKey"]) == #"[401,401,"UNAUTHENTICATED"]"#)
  }
}
