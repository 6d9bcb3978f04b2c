internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import PolicyEvaluation
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// Prints reports, one at a time.
struct EvalOutput {
  let policy: ReadyPolicy
  let format: EvalCommand.Format

  /// - Parameter contents: those that were evaluated together.
  func write(_ items: [EvaluatedItem], of contents: [AdmittedItem]) throws {
    for item in items {
      switch format {
      case .json: try writeJSON(item)
      case .human:
        let reasons = item.explanation.map {
          Reasons($0, policy: policy.compiled, text: contents[item.index].content.text ?? "")
        }
        Terminal.write(human(policy.template.message(of: item), reasons), to: .standardOutput)
      }
    }
  }

  private func writeJSON(_ item: EvaluatedItem) throws {
    var line = Array(#"{"result":"#.utf8)
    try EvaluateAnswer(jobID: UUID.none.wire, item: item, template: policy.template).appendJSON(to: &line)
    line.append(contentsOf: "}\n".utf8)
    try FileHandle.standardOutput.write(contentsOf: line)
  }

  private func human(_ report: WireReport, _ reasons: Reasons?) -> String {
    var text = "\(Self.word(report.reviewResult)) \(policy.version.policyID == .none ? report.policyKey : "")"
    text += "  (threshold \(Self.number(report.threshold)))\n"
    for (section, label) in zip(report.sectionEvaluationReports, policy.compiled.labels) {
      text += "  \(Self.word(section.reviewResult))  \(section.name)"
      text += section.message.isEmpty ? "\n" : ": \(section.message)\n"
      text += Self.lines("      ", section.assertionEvaluationReports, label.rules, reasons)
      text += Self.lines(
        "      ", unless: true, section.exceptionEvaluationReport.assertionEvaluationReports,
        label.exception?.rules ?? [], reasons)
    }
    text += Self.lines(
      "  ", unless: true, report.exceptionEvaluationReport.assertionEvaluationReports,
      policy.compiled.exception?.rules ?? [], reasons)
    return text
  }

  /// Rules, and under each why.
  private static func lines(
    _ indent: String, unless: Bool = false, _ reports: [WireReport.AssertionEvaluationReport],
    _ rules: [CompiledRule], _ reasons: Reasons?
  ) -> String {
    var text = ""
    for (report, rule) in zip(reports, rules) {
      text += "\(indent)\(score(report.score))  \(unless ? "UNLESS " : "")\(line(report.message))\n"
      for reason in reasons?.lines(of: rule) ?? [] { text += "\(indent)      \(reason)\n" }
    }
    return text
  }

  /// A rule on one line, however it was written.
  private static func line(_ rule: String) -> String {
    rule.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func word(_ result: WireReport.ReviewResult) -> String {
    switch result.outcome {
    case .true: "TRUE   \(score(result.score))"
    case .false: "false  \(score(result.score))"
    default: "FAILED     "
    }
  }

  static func score(_ score: Double) -> String { score < 0 ? "   -" : number(score) }

  private static func number(_ value: Double) -> String { value.formatted(.number.precision(.fractionLength(2))) }
}
