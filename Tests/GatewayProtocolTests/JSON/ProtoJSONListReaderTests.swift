import GatewayProtocol
import SwiftProtobuf
import Testing

/// Reading element by element, beside reading all at once.
@Suite struct ProtoJSONListReaderTests {
  private typealias Request = Clavata_Gateway_V1_EvaluateRequest

  static let bodies = [
    "", " \n", "{}", #"{"policyId":"a"}"#, #"{"contentData":[]}"#, #"{"content_data":[{"text":"a"}]}"#,
    #" { "a":1, "contentData" : [ {"text":"a"} , {"text":"]}\"é\\"},{"metadata":{"k":"v"}} ] , "policyId":"p" } "#,
    #"{"contentData":[{"text":"a"}],"contentData":[{"text":"b"}]}"#, #"{"contentData":null,"policyId":"p"}"#,
    #"{"unknown":{"contentData":[{"text":"a"}]},"contentData":[{"text":"b"}]}"#,
    #"{"policyId":"contentData","contentData":[{"unknown":[[],{"x":"]"}]}]}"#,
    #"{"content\u0044ata":[{"text":"a"}]}"#, #"{"content\u0044ata":[{"text":"a"}],"contentData":[{"text":"b"}]}"#,
    #"{"contentData":[{"text":"a"}],"content\u0044ata":[{"text":"b"}],"content_data":[{"text":"c"},3]}"#,
    #"{"policyId":"\"","contentData":[{"text":"a"},{"text":"b"}]}"#,
    // What is wrong within the list
    "{\n \"contentData\": [{},\n  {\"é\": 1,\n \"text\": 2}]}", #"{"contentData":[1]}"#, #"{"contentData":[null]}"#,
    #"{"contentData":[{}{}]}"#, #"{"contentData":[{},]}"#, #"{"contentData":[,]}"#, #"{"contentData":[{"text":"a"]}"#,
    #"{"contentData":[{"text":[}, {"text":"b"}]}"#, #"{"contentData":[{"metadata":{"n":1}}]}"#,
    #"{"contentData":[{"text":"a","imageUrl":"b"}]}"#, #"{"contentData":[{"text":"\x"}]}"#,
    #"{"contentData":[x]}"#, #"{"contentData":[{"image":"a*b"}]}"#,
    // Beside it
    #"{"contentData":[{}]]}"#, #"{"contentData":[{}],"policyId":7}"#, "{\"contentData\":[{}],\n\"policyId\":tru}",
    #"{"contentData":[{}]} x"#, #"{"contentData":{}}"#, #"{"contentData":"a"}"#, #"{"contentData":[{}],}"#,
    #"{"contentData":[{}] "policyId":"p"}"#, #"[{"contentData":[{}]}]"#, "[]", "null", "\"contentData\"", "{",
    // Ends too early
    #"{"contentData":["#, #"{"contentData":[{}"#, #"{"contentData":[{},"#, #"{"contentData":[{"text":"a"#,
    #"{"contentData":[{}]"#, #"{"contentData":[{"text":"\"#, #"{"contentData""#,
  ]

  /// Both ways answer the same message or the same error, however the body is cut.
  @Test(arguments: bodies) func agreesWithTheWholeBody(body: String) {
    let bytes = Array(body.utf8)
    let expected = Self.outcome { try ProtoJSONReader.decode(Request.self, from: bytes) }
    for length in [1, 2, 3, 7, max(1, bytes.count)] {
      #expect(Self.outcome { try Self.read(bytes, by: length) } == expected, "in parts of \(length)")
    }
  }

  /// Random changes of bodies are taken, and refused, by both alike.
  @Test(arguments: 0..<40) func agreesOnBrokenBodies(seed: UInt64) {
    var random = SplitMix64(state: seed)
    let signs = Array("{}[]\",:\\ \n1tn".utf8) + [0xFF, 0xC3]
    for body in Self.bodies where !body.isEmpty {
      var bytes = Array(body.utf8)
      for _ in 0...Int.random(in: 0...1, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = signs.randomElement(using: &random) ?? 0
        case 1: bytes.insert(signs.randomElement(using: &random) ?? 0, at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      let whole = Self.outcome { try ProtoJSONReader.decode(Request.self, from: bytes) }
      let parts = Self.outcome { try Self.read(bytes, by: Int.random(in: 1...9, using: &random)) }
      // Where two things are wrong, each may name another of them.
      #expect(
        parts == whole || (Self.isError(parts) && Self.isError(whole)), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// Bytes that are not UTF-8 are told by their place in the body.
  @Test func badUTF8IsPlaced() {
    for (before, after) in [
      (#"{"contentData":[{},{"text":""#, #""}]}"#), (#"{"contentData":[{},{}],"policyId":""#, "\"}"),
    ] {
      let bytes = Array(before.utf8) + [0xFF] + Array(after.utf8)
      let error = #expect(throws: WireFormatError.self) { try Self.read(bytes, by: 5) }
      #expect(error?.message == "the body is not UTF-8 from byte \(before.utf8.count) on")
    }
  }

  /// The elements' own nesting counts together with what they stand in.
  @Test func nestingIsBounded() {
    for depth in [97, 98, 99, 100, 101, 10_000] {
      let nested = String(repeating: #"{"x":"#, count: depth) + "1" + String(repeating: "}", count: depth)
      let bytes = Array(#"{"contentData":[{"unknown":\#(nested)}]}"#.utf8)
      let whole = Self.outcome { try ProtoJSONReader.decode(Request.self, from: bytes) }
      #expect(Self.outcome { try Self.read(bytes, by: 1_000) } == whole, "\(depth)")
    }
  }

  private static func read(_ bytes: [UInt8], by length: Int) throws -> Request {
    var reader = ProtoJSONListReader(\Request.contentData, name: "contentData", protoName: "content_data")
    for start in stride(from: 0, to: bytes.count, by: length) {
      let part = bytes[start..<min(start + length, bytes.count)]
      try part.withUnsafeBytes { try reader.take($0) }
    }
    return try reader.finish()
  }

  /// The message, or what the error says.
  private static func outcome(_ read: () throws -> Request) -> Result<Request, OutcomeError> {
    do {
      return .success(try read())
    } catch {
      return .failure(OutcomeError(text: "\((error as? WireFormatError)?.message ?? "\(error)")"))
    }
  }

  private static func isError(_ outcome: Result<Request, OutcomeError>) -> Bool {
    if case .failure = outcome { true } else { false }
  }

  private struct OutcomeError: Error, Equatable {
    let text: String
  }
}
