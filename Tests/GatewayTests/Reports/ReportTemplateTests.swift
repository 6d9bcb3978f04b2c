internal import GatewayProtocol
internal import SwiftProtobuf
internal import TestSupport
internal import Testing

@testable internal import Gateway

/// A report is the same in each form that it is written in.
struct ReportTemplateTests {
  /// JSON that is laid out beforehand is, byte for byte, what the message's own JSON is.
  @Test(arguments: ReportSamples.policies, [false, true])
  func jsonIsTheMessages(policy: String, isExpedited: Bool) throws {
    let template = try ReportSamples.template(policy)
    var random = SeededGenerator(seed: 1)
    for index in 0..<200 {
      let item = ReportSamples.item(index: index, policy: template.policy, isExpedited: isExpedited, using: &random)
      var json: [UInt8] = []
      try template.appendJSON(of: item, to: &json)
      let expected = try ProtoJSONWriter.encode(template.message(of: item))
      try #require(String(decoding: json, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
  }

  /// Bytes that are laid out beforehand read as the message.
  @Test(arguments: ReportSamples.policies, [false, true])
  func bytesReadAsTheMessage(policy: String, isExpedited: Bool) throws {
    let template = try ReportSamples.template(policy)
    var random = SeededGenerator(seed: 2)
    for index in 0..<200 {
      let item = ReportSamples.item(index: index, policy: template.policy, isExpedited: isExpedited, using: &random)
      try #require(try WireReport(serializedBytes: template.serialized(item)) == template.message(of: item))
    }
  }

  /// An answer is the same as a message, as JSON and as bytes.
  @Test func answersAreTheMessage() throws {
    let template = try ReportSamples.template(ReportSamples.policies[1])
    var random = SeededGenerator(seed: 3)
    let item = ReportSamples.item(index: 0, policy: template.policy, isExpedited: false, using: &random)
    let answer = EvaluateAnswer(jobID: "job", item: item, template: template)
    var json: [UInt8] = []
    try answer.appendJSON(to: &json)
    #expect(try json == ProtoJSONWriter.encode(answer.message))
    #expect(try Clavata_Gateway_V1_EvaluateResponse(serializedBytes: answer.serialized()) == answer.message)
  }
}
