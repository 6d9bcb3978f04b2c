internal import Foundation
package import GatewayProtocol
package import PolicyEvaluation
internal import SwiftProtobuf

package typealias WireReport = Clavata_Shared_V1_PolicyEvaluationReport

/// The report of a policy version before any content: names, messages, places. A content's report is a copy of it with
/// the figures filled in.
///
/// There is one of each form that a report is asked for in: a message, JSON, and the bytes of the wire. The latter two
/// are laid out as bytes, so that a report which is only sent is never made as a message.
package struct ReportTemplate: Sendable {
  let policy: CompiledPolicy
  let blank: BlankReport
  private let json: ReportJSON
  private let bytes: ReportBytes

  /// - Throws: what encoding the empty report throws.
  package init(policy: CompiledPolicy, subject: ReportSubject) throws {
    self.policy = policy
    blank = BlankReport(policy: policy, subject: subject)
    json = try ReportJSON(blank)
    bytes = try ReportBytes(blank)
  }

  /// The report as a message.
  package func message(of item: EvaluatedItem) -> WireReport { blank.filled(item) }

  /// Appends the report's JSON, the same that the message has.
  ///
  /// - Throws: what encoding the message throws.
  func appendJSON(of item: EvaluatedItem, to out: inout [UInt8]) throws {
    guard item.isLaidOut else {
      return try ProtoJSONWriter.encode(message(of: item), into: &out)
    }
    json.append(item, matches: blank.matches(item.report), to: &out)
  }

  /// The report's bytes on the wire: they read as the message does.
  ///
  /// - Throws: what encoding the message throws.
  func serialized(_ item: EvaluatedItem) throws -> [UInt8] {
    guard item.isLaidOut else { return try message(of: item).serializedBytes() }
    return bytes.filled(ReportFigures(item.report)) + (try blank.variable(item).serializedBytes() as [UInt8])
  }
}

extension EvaluatedItem {
  /// Whether its report is the layout with the figures filled in: one that leaves a feature out, or explains itself, is
  /// of another form.
  fileprivate var isLaidOut: Bool { report.unscoredFeatures.isEmpty && explanation == nil }
}
