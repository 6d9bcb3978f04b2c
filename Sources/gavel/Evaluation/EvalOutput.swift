internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import SignalScoring
internal import Storage
internal import SwiftProtobuf

/// Prints reports, one at a time.
struct EvalOutput {
  let policy: ReadyPolicy
  let format: EvalCommand.Format

  func write(_ items: [EvaluatedItem]) throws {
    for item in items {
      switch format {
      case .json: try writeJSON(item)
      case .human: Terminal.write(human(policy.template.message(of: item)), to: .standardOutput)
      }
    }
  }

  private func writeJSON(_ item: EvaluatedItem) throws {
    var line = Array(#"{"result":"#.utf8)
    try EvaluateAnswer(jobID: UUID.none.wire, item: item, template: policy.template).appendJSON(to: &line)
    line.append(contentsOf: "}\n".utf8)
    try FileHandle.standardOutput.write(contentsOf: line)
  }

  private func human(_ report: WireReport) -> String {
    var text = "\(Self.word(report.reviewResult)) \(policy.version.policyID == .none ? report.policyKey : "")"
    text += "  (threshold \(Self.number(report.threshold)))\n"
    for section in report.sectionEvaluationReports {
      text += "  \(Self.word(section.reviewResult))  \(section.name)"
      text += section.message.isEmpty ? "\n" : ": \(section.message)\n"
      for rule in section.assertionEvaluationReports {
        text += "      \(Self.score(rule.score))  \(Self.line(rule.message))\n"
      }
      for rule in section.exceptionEvaluationReport.assertionEvaluationReports {
        text += "      \(Self.score(rule.score))  UNLESS \(Self.line(rule.message))\n"
      }
    }
    for rule in report.exceptionEvaluationReport.assertionEvaluationReports {
      text += "  \(Self.score(rule.score))  UNLESS \(Self.line(rule.message))\n"
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

  private static func score(_ score: Double) -> String { score < 0 ? "   -" : number(score) }

  private static func number(_ value: Double) -> String { value.formatted(.number.precision(.fractionLength(2))) }
}
