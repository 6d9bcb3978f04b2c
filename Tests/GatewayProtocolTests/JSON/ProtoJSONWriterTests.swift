import Foundation
import GatewayProtocol
import SwiftProtobuf
import Testing

@Suite struct ProtoJSONWriterTests {
  /// What is written is read as the same message by a reader that is not ours, whatever the message.
  @Test(arguments: 0..<40)
  func randomMessagesAreReadBackEqual(seed: UInt64) throws {
    var random = RandomMessage(seed: seed)
    for type in MessageTypes.all where type != Google_Rpc_Status.self {
      let message = try random.next(type)
      let json = try ProtoJSONWriter.encode(message)
      let read = try type.init(jsonUTF8Bytes: json)
      #expect(read.isEqualTo(message: message), "\(String(decoding: json, as: UTF8.self))")
    }
  }

  /// Packed messages are read back as well. Their bytes may differ by the order of a map, so their JSON is compared.
  @Test(arguments: 0..<40)
  func packedMessagesAreReadBackEqual(seed: UInt64) throws {
    Google_Protobuf_Any.register(messageType: Google_Rpc_ErrorInfo.self)
    var random = RandomMessage(seed: seed)
    let json = try ProtoJSONWriter.encode(try random.next(Google_Rpc_Status.self))
    let read = try Google_Rpc_Status(jsonUTF8Bytes: json)
    #expect(try ProtoJSONWriter.encode(read) == json)
  }

  /// An empty message has every field without presence and no other.
  @Test(arguments: [
    (
      Clavata_Shared_V1_PolicyEvaluationReport() as any Message,
      """
      {"policyId":"","policyKey":"","policyVersionId":"","name":"","result":"OUTCOME_UNSPECIFIED",\
      "sectionEvaluationReports":[],"contentHash":"","contentMetadata":{},"threshold":0,"featureReports":{},\
      "labelMatches":{},"labelId":"","labelVersionId":""}
      """
    ),
    (
      Clavata_Gateway_V1_EvaluateRequest(),
      #"{"contentData":[],"policyId":""}"#
    ),
    (
      Clavata_Shared_V1_ContentData(),
      #"{"contentHash":"","labels":[],"contentType":"","metadata":{}}"#
    ),
    (
      Clavata_Shared_V1_PolicyEvaluationReport.FeatureReport(),
      #"{"featureId":"0","expression":"","score":0,"sourceRanges":[]}"#
    ),
    (Clavata_Gateway_V1_ListJobsResponse(), #"{"jobs":[],"nextPageToken":""}"#),
    (
      Clavata_Shared_V1_PolicyVersion(),
      """
      {"versionId":"","policyText":"","expunged":false,"metadata":"","complexityScore":0,"sequentialVersion":0}
      """
    ),
    (Clavata_Gateway_V1_ListGeneratePolicyTasksRequest(), "{}"),
    (Google_Protobuf_Timestamp(), #""1970-01-01T00:00:00Z""#),
  ])
  func fieldsWithoutPresenceAreAlwaysWritten(message: any Message, expected: String) throws {
    #expect(try text(message) == expected)
  }

  /// What is set is written in the one form that clients expect, presence and order included.
  @Test(arguments: Golden.all)
  func setFieldsAreWritten(golden: Golden) throws {
    #expect(try text(golden.message) == golden.json)
  }

  /// A value that JSON has no form for is an error, and leaves what was there before as it was.
  @Test func unwritableMessagesLeaveTheBufferAlone() {
    let job = Clavata_Shared_V1_Job.with { $0.created.seconds = 300_000_000_000 }
    var out = Array("before".utf8)
    #expect(throws: WireFormatError.self) { try ProtoJSONWriter.encode(job, into: &out) }
    #expect(out == Array("before".utf8))
  }

  /// Text of every length comes through, wherever in it the character to be escaped stands.
  @Test(arguments: ["\"", "\\", "\u{1}", "\u{1f}", "\u{7f}", "é", "😀"])
  func escapesAreFoundAnywhere(special: String) throws {
    for length in 0..<20 {
      for position in 0...length {
        var text = String(repeating: "a", count: length)
        text.insert(contentsOf: special, at: text.index(text.startIndex, offsetBy: position))
        let content = Clavata_Shared_V1_ContentData.with { $0.text = text }
        let read = try Clavata_Shared_V1_ContentData(jsonUTF8Bytes: ProtoJSONWriter.encode(content))
        guard read == content else {
          Issue.record("\(text.debugDescription) became \(read.text.debugDescription)")
          return
        }
      }
    }
  }

  private func text(_ message: any Message) throws -> String {
    String(decoding: try ProtoJSONWriter.encode(message), as: UTF8.self)
  }
}
