internal import Foundation
package import GatewayProtocol
package import PolicyEvaluation
internal import PolicyLanguage
package import Storage
internal import SwiftProtobuf

/// A label's version with what depends on it alone done: compiled, its report laid out.
package final class ReadyLabelVersion: Sendable {
  package let label: LabelRecord
  package let version: LabelVersionRecord
  package let compiled: CompiledPolicy
  package let template: ReportTemplate
  package let options: Clavata_Shared_V1_LabelEvalOptions
  /// From which it is compiled together with others.
  let syntax: PolicySyntax

  /// - Throws: FAILED_PRECONDITION where the text does not compile any more; what parsing the options throws.
  init(_ label: LabelRecord, _ version: LabelVersionRecord) throws {
    guard case .success(let text) = LabelText.read(version.text) else {
      throw GatewayError(.failedPrecondition, "the label `\(label.name)` does not compile")
    }
    self.label = label
    self.version = version
    syntax = text.syntax
    compiled = text.compiled
    options = try version.options.map { try .init(serializedBytes: $0) } ?? .init()
    template = try ReportTemplate(
      policy: text.compiled,
      subject: .label(id: label.id.wire, name: label.name, versionID: version.id.wire))
  }
}
