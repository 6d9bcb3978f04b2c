package import GatewayProtocol
internal import SwiftProtobuf

/// One answer of `Evaluate`, in whichever form a transport asks for.
package struct EvaluateAnswer: Sendable {
  let jobID: String
  let item: EvaluatedItem
  let template: ReportTemplate

  package init(jobID: String, item: EvaluatedItem, template: ReportTemplate) {
    self.jobID = jobID
    self.item = item
    self.template = template
  }

  package var message: Clavata_Gateway_V1_EvaluateResponse {
    .with {
      $0.jobUuid = jobID
      $0.contentHash = item.contentHash
      $0.policyEvaluationReport = template.message(of: item)
    }
  }

  /// Appends the JSON that `message` has.
  ///
  /// - Throws: what encoding the message throws.
  package func appendJSON(to out: inout [UInt8]) throws {
    out.append(contentsOf: #"{"jobUuid":"#.utf8)
    JSONText.append(jobID, to: &out)
    out.append(contentsOf: #","contentHash":"#.utf8)
    JSONText.append(item.contentHash, to: &out)
    out.append(contentsOf: #","policyEvaluationReport":"#.utf8)
    try template.appendJSON(of: item, to: &out)
    out.append(UInt8(ascii: "}"))
  }

  /// The bytes of the wire, which read as `message` does.
  ///
  /// - Throws: what encoding the message throws.
  package func serialized() throws -> [UInt8] {
    var out: [UInt8] = try Clavata_Gateway_V1_EvaluateResponse.with {
      $0.jobUuid = jobID
      $0.contentHash = item.contentHash
    }.serializedBytes()
    // Field 3, the report: a tag, its length, its bytes.
    let report = try template.serialized(item)
    out.reserveCapacity(out.count + report.count + 6)
    out.append(3 << 3 | 2)
    out.appendVarint(report.count)
    out.append(contentsOf: report)
    return out
  }
}
