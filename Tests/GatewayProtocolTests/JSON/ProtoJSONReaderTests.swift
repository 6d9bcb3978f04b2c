import Foundation
import GatewayProtocol
import SwiftProtobuf
import Testing

@Suite struct ProtoJSONReaderTests {
  /// Both spellings of names, names and numbers of enums, both alphabets of base64 and all other freedoms are read.
  @Test(arguments: [
    (#"{"job":{"jobUuid":"a","policyId":"p","threshold":0.5,"jobType":"JOB_TYPE_TEST","status":3}}"#, false),
    (
      #"{"job":{"job_uuid":"a","policy_id":"p","threshold":"0.5","job_type":4,"status":"JOB_STATUS_COMPLETED"}}"#, false
    ),
    (
      """
       {"unknown":{"deep":[1,{"x":null}]}, "job" :
      {"jobUuid":"\\u0061","policy\\u0049d":"p","threshold":5e-1,"jobType":4.0,"status":3,"completed":null,
      "jobType":4,"results":null,"more":"\\ud83d\\ude00"}}\r\n
      """, false
    ),
    ("", true),
    (" \n\t\r", true),
    ("{}", true),
    (#"{"job":null}"#, true),
  ])
  func formsOfTheSameMessage(json: String, isEmpty: Bool) throws {
    let expected: Clavata_Gateway_V1_GetJobResponse =
      isEmpty
      ? .init()
      : .with {
        $0.job.jobUuid = "a"
        $0.job.policyID = "p"
        $0.job.threshold = 0.5
        $0.job.jobType = .test
        $0.job.status = .completed
      }
    #expect(try ProtoJSONReader.decode(from: Array(json.utf8)) == expected)
  }

  /// An image is read in either alphabet, with or without padding.
  @Test(arguments: ["+//+AA==", "-__-AA==", "+//+AA", #"+\/\/+AA=="#])
  func alphabetsOfBase64(image: String) throws {
    let content: Clavata_Shared_V1_ContentData = try ProtoJSONReader.decode(from: Array(#"{"image":"\#(image)"}"#.utf8))
    #expect(content.image == Data([0xFB, 0xFF, 0xFE, 0x00]))
  }

  /// What the writer writes, the reader reads.
  @Test(arguments: 100..<110)
  func writtenMessagesAreRead(seed: UInt64) throws {
    var random = RandomMessage(seed: seed)
    // Packed messages are only ever written.
    for type in MessageTypes.all where type != Google_Rpc_Status.self {
      let message = try random.next(type)
      let json = try ProtoJSONWriter.encode(message)
      let read: any Message = try ProtoJSONReader.decode(type, from: json)
      #expect(read.isEqualTo(message: message), "\(String(decoding: json, as: UTF8.self))")
    }
  }

  /// What is wrong is told by its field, or by its line and column, in words that the caller can act on.
  @Test(arguments: [
    ("[]", "expected an object, found a list"),
    ("null", "expected an object, found null"),
    ("{", "invalid JSON at line 1, column 2, the end of the body: expected `\"`"),
    ("{\n  \"é\" 1}", "invalid JSON at line 2, column 7: expected `:`"),
    ("{\"policyId\": \"a\"\n\"threshold\": 1}", "invalid JSON at line 2, column 1: expected `,` or `}`"),
    (#"{"policyId":"a",}"#, "invalid JSON at line 1, column 17: expected `\"`"),
    (#"{"policyId":"a"} x"#, "invalid JSON at line 1, column 18: expected nothing after the JSON"),
    (#"{"policyId":"\x"}"#, "invalid JSON at line 1, column 14: unknown escape"),
    (#"{"policyId":"\u12g4"}"#, "invalid JSON at line 1, column 18: expected four hexadecimal digits"),
    ("{\"policyId\":\"a\nb\"}", "invalid JSON at line 1, column 15: expected an escape instead of a control character"),
    (#"{"policyId":tru}"#, "invalid JSON at line 1, column 13: expected a value"),
    (#"{"threshold":01}"#, "invalid JSON at line 1, column 15: expected `,` or `}`"),
    (#"{"threshold":1.}"#, "invalid JSON at line 1, column 16: expected a digit"),
    (#"{"policyId":7}"#, "`policyId`: expected a string, found a number"),
    (#"{"policy_id":{}}"#, "`policy_id`: expected a string, found an object"),
    (#"{"threshold":"high"}"#, "`threshold`: expected a number, found a string"),
    (#"{"threshold":1e999}"#, "`threshold`: expected a number"),
    (#"{"expedited":1}"#, "`expedited`: expected true or false, found a number"),
    (#"{"contentData":{}}"#, "`contentData`: expected a list, found an object"),
    (#"{"contentData":[null]}"#, "`contentData[0]`: expected an object, found null"),
    (#"{"contentData":[{},{"image":"a*b"}]}"#, "`contentData[1].image`: expected a string of base64"),
    (#"{"contentData":[{},{"labels":["a",3]}]}"#, "`contentData[1].labels[1]`: expected a string, found a number"),
    (
      #"{"contentData":[{"metadata":{"n":1}}]}"#,
      "`contentData[0].metadata[\"n\"]`: expected a string, found a number"
    ),
    (
      #"{"contentData":[{"text":"a","imageUrl":"b"}]}"#,
      "`contentData[0]`: only one of `text` and `imageUrl` can be given"
    ),
    (
      #"{"contentData":[{"video":{"numFrames":-1}}]}"#,
      "`contentData[0].video.numFrames`: expected a whole number of 32 bits, not negative"
    ),
    (#"{"options":{"options":[]}}"#, "`options.options`: expected an object, found a list"),
  ])
  func mistakesAreNamed(json: String, message: String) {
    let error = #expect(throws: WireFormatError.self) {
      try ProtoJSONReader.decode(Clavata_Gateway_V1_EvaluateRequest.self, from: Array(json.utf8))
    }
    #expect(error?.message == message)
  }

  /// A time that is none is told with an example of one.
  @Test func timesAreNamed() {
    let json = Array(#"{"query":{"createdTimeRange":{"start":"today"}}}"#.utf8)
    let error = #expect(throws: WireFormatError.self) {
      try ProtoJSONReader.decode(Clavata_Gateway_V1_ListJobsRequest.self, from: json)
    }
    #expect(error?.message == "`query.createdTimeRange.start`: expected a time such as \"2026-01-31T12:00:00Z\"")
    #expect(error?.field == "query.createdTimeRange.start")
  }

  /// Bytes that are not UTF-8 are refused wherever they stand, even in a field that is passed over.
  @Test(
    arguments: [
      [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0x80],
    ] as [[UInt8]])
  func badUTF8IsRefused(bad: [UInt8]) {
    for name in ["policyId", "unknown"] {
      let json = Array("{\"\(name)\":\"aaaaaaaa".utf8) + bad + Array("\"}".utf8)
      let error = #expect(throws: WireFormatError.self) {
        try ProtoJSONReader.decode(Clavata_Gateway_V1_EvaluateRequest.self, from: json)
      }
      #expect(error?.code == .invalidUTF8)
    }
  }

  /// Nesting is bounded, so that no body can use up the stack.
  @Test(arguments: [
    #"{"unknown":"#, #"{"contentData":["#, "[", #"{"unknown":["#, #"{"options":{"options":"#,
    #"{"details":"#, #"{"details":["#, #"{"type":["#,
  ])
  func nestingIsBounded(opening: String) {
    for depth in [101, 100_000] {
      let nested = Array(String(repeating: opening, count: depth).utf8)
      let read: [(String, ([UInt8]) throws -> Void)] = [
        ("request", { _ = try ProtoJSONReader.decode(Clavata_Gateway_V1_EvaluateRequest.self, from: $0) }),
        ("value", { _ = try ProtoJSONReader.decode(Clavata_Gateway_V1_PrecheckFailure.self, from: $0) }),
        ("any", { _ = try ProtoJSONReader.decode(Google_Rpc_Status.self, from: $0) }),
      ]
      for (name, read) in read {
        #expect(throws: WireFormatError.self, "\(name)") { try read(nested) }
      }
    }
  }

  /// Whatever happens to the bytes, reading ends in a message or in an error of ours.
  @Test(arguments: 0..<8)
  func brokenBytesNeverTrap(seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    var messages = RandomMessage(seed: seed)
    let interesting = Array("{}[]\",:\\u0tfn-1e.+ \u{0}\n".utf8) + [0x80, 0xC3, 0xFF]
    for type in MessageTypes.all {
      let json = try ProtoJSONWriter.encode(messages.next(type))
      for _ in 0..<60 {
        var broken = json
        for _ in 0..<Int.random(in: 1...3, using: &random) where !broken.isEmpty {
          let position = Int.random(in: broken.indices, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: broken[position] = interesting[Int.random(in: interesting.indices, using: &random)]
          case 1: broken.insert(interesting[Int.random(in: interesting.indices, using: &random)], at: position)
          case 2: broken.removeSubrange(position..<min(broken.count, position + 4))
          default: broken.removeSubrange(position...)
          }
        }
        do {
          _ = try ProtoJSONReader.decode(type, from: broken)
        } catch {
          if error.message.contains("Protobuf") || error.message.isEmpty {
            Issue.record("\(error.message) of \(String(decoding: broken, as: UTF8.self))")
          }
        }
      }
    }
  }
}
