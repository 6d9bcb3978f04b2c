internal import Foundation
package import GatewayProtocol
package import PolicyEvaluation
internal import PolicyLanguage
internal import SignalScoring
internal import SwiftProtobuf

package typealias WireReport = Clavata_Shared_V1_PolicyEvaluationReport

/// The report of a policy version before any content: names, messages, places. A content's report is a copy of it with
/// the numbers filled in.
package struct ReportTemplate: Sendable {
  private let empty: WireReport
  private let policy: CompiledPolicy
  /// By feature; the scores are filled in.
  private let features: [(key: String, report: WireReport.FeatureReport)]

  package init(policy: CompiledPolicy, policyID: String, policyKey: String, versionID: String) {
    self.policy = policy
    features = policy.features.map { feature in
      (
        String(feature.index + 1),
        .with {
          $0.featureID = Int64(feature.index + 1)
          $0.expression = feature.expression
          $0.sourceRanges = feature.ranges.map(Self.range)
        }
      )
    }
    empty = .with {
      $0.policyID = policyID
      $0.policyKey = policyKey
      $0.policyVersionID = versionID
      $0.name = policyKey
      $0.sectionEvaluationReports = policy.labels.map(Self.section)
      if let exception = policy.exception { $0.exceptionEvaluationReport = Self.exception(exception) }
    }
  }

  /// - Parameter usage: what the content cost; nil leaves it out.
  package func fill(
    _ report: PolicyReport, contentHash: String, metadata: [String: String], usage: TokenUsage?
  ) -> WireReport {
    var wire = empty
    wire.contentHash = contentHash
    wire.contentMetadata = metadata
    wire.threshold = report.threshold
    wire.reviewResult = Self.result(report.verdict)
    wire.result = Self.outcome(report.verdict.outcome)
    var sections = wire.sectionEvaluationReports
    wire.sectionEvaluationReports = []
    for (index, label) in report.labels.enumerated() {
      sections[index].result = Self.outcome(label.verdict.outcome)
      sections[index].reviewResult = Self.result(label.verdict)
      Self.fill(&sections[index].assertionEvaluationReports, label.rules)
      if let exception = label.exception {
        Self.fill(&sections[index].exceptionEvaluationReport, exception)
      }
      if label.verdict.outcome == .true {
        wire.labelMatches[policy.labels[index].name] = Float(label.verdict.score)
      }
    }
    wire.sectionEvaluationReports = sections
    if let exception = report.exception { Self.fill(&wire.exceptionEvaluationReport, exception) }
    wire.featureReports = featureReports(report)
    if let usage {
      wire.tokenUsage = .with {
        $0.inputTokens = usage.input
        $0.billedTokens = usage.billed
        $0.multiplier = usage.multiplier
      }
    }
    return wire
  }

  /// Each feature that was scored, or failed, once; one that an expedited evaluation had no need of is left out.
  private func featureReports(_ report: PolicyReport) -> [String: WireReport.FeatureReport] {
    var reports = [String: WireReport.FeatureReport](minimumCapacity: features.count)
    let unscored = Set(report.unscoredFeatures)
    for (index, feature) in features.enumerated() where !unscored.contains(index) {
      var wire = feature.report
      wire.score = report.featureScores[index].value ?? -1
      reports[feature.key] = wire
    }
    return reports
  }

  private static func section(_ label: CompiledLabel) -> WireReport.SectionEvaluationReport {
    .with {
      $0.name = label.name
      $0.message = label.message
      $0.assertionEvaluationReports = label.rules.map(assertion)
      $0.sourceRange = range(label.range)
      if let exception = label.exception { $0.exceptionEvaluationReport = Self.exception(exception) }
    }
  }

  private static func exception(_ exception: CompiledException) -> WireReport.ExceptionEvaluationReport {
    .with {
      $0.assertionEvaluationReports = exception.rules.map(assertion)
      $0.sourceRange = range(exception.range)
    }
  }

  private static func assertion(_ rule: CompiledRule) -> WireReport.AssertionEvaluationReport {
    .with {
      $0.message = rule.source
      $0.sourceRange = range(rule.range)
    }
  }

  private static func fill(_ wire: inout [WireReport.AssertionEvaluationReport], _ rules: [Verdict]) {
    for (index, rule) in rules.enumerated() {
      wire[index].result = outcome(rule.outcome)
      wire[index].score = rule.score
    }
  }

  private static func fill(_ wire: inout WireReport.ExceptionEvaluationReport, _ exception: PolicyReport.Exception) {
    wire.result = outcome(exception.verdict.outcome)
    wire.reviewResult = result(exception.verdict)
    fill(&wire.assertionEvaluationReports, exception.rules)
  }

  private static func result(_ verdict: Verdict) -> WireReport.ReviewResult {
    .with {
      $0.outcome = outcome(verdict.outcome)
      $0.score = verdict.score
    }
  }

  private static func outcome(_ outcome: Outcome) -> Clavata_Shared_V1_Outcome {
    switch outcome {
    case .false: .false
    case .true: .true
    case .failed: .failed
    case .unsettled: .unspecified
    }
  }

  private static func range(_ range: SourceRange) -> Clavata_Shared_V1_SourceRange {
    .with {
      $0.start = .with {
        $0.line = Int32(range.start.line)
        $0.column = Int32(range.start.column)
      }
      $0.end = .with {
        $0.line = Int32(range.end.line)
        $0.column = Int32(range.end.column)
      }
    }
  }
}
