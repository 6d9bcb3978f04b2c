internal import GatewayProtocol
internal import PolicyEvaluation
internal import PolicyLanguage
internal import SwiftProtobuf

/// A policy version's report with no figures in it, as a message.
struct BlankReport: Sendable {
  let policy: CompiledPolicy
  let report: WireReport
  /// By feature.
  let features: [(key: String, report: WireReport.FeatureReport)]

  init(policy: CompiledPolicy, subject: ReportSubject) {
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
    report = .with {
      $0.policyID = subject.policyID
      $0.policyKey = subject.policyKey
      $0.policyVersionID = subject.policyVersionID
      $0.labelID = subject.labelID
      $0.labelVersionID = subject.labelVersionID
      $0.name = subject.name
      $0.sectionEvaluationReports = policy.labels.map(Self.section)
      if let exception = policy.exception { $0.exceptionEvaluationReport = Self.exception(exception) }
    }
  }

  /// With the figures of one content.
  func filled(_ item: EvaluatedItem) -> WireReport {
    var wire = report
    variable(item, into: &wire)
    let report = item.report
    wire.reviewResult = Self.result(report.verdict)
    wire.result = .init(report.verdict.outcome)
    var sections = wire.sectionEvaluationReports
    wire.sectionEvaluationReports = []
    for (index, label) in report.labels.enumerated() {
      sections[index].result = .init(label.verdict.outcome)
      sections[index].reviewResult = Self.result(label.verdict)
      Self.fill(&sections[index].assertionEvaluationReports, label.rules)
      if let exception = label.exception {
        Self.fill(&sections[index].exceptionEvaluationReport, exception)
      }
    }
    wire.sectionEvaluationReports = sections
    if let exception = report.exception { Self.fill(&wire.exceptionEvaluationReport, exception) }
    wire.featureReports = featureReports(report)
    if let explanation = item.explanation { wire.internals = internals(explanation) }
    return wire
  }

  /// What differs between two contents in length too, alone: a report is this and the rest put together.
  func variable(_ item: EvaluatedItem) -> WireReport {
    var wire = WireReport()
    variable(item, into: &wire)
    return wire
  }

  /// The labels that hold, in source order.
  func matches(_ report: PolicyReport) -> [(label: String, score: Float)] {
    var matches: [(label: String, score: Float)] = []
    for (index, label) in report.labels.enumerated() where label.verdict.outcome == .true {
      matches.append((policy.labels[index].name, Float(label.verdict.score)))
    }
    return matches
  }

  private func variable(_ item: EvaluatedItem, into wire: inout WireReport) {
    wire.contentHash = item.contentHash
    wire.contentMetadata = item.metadata
    wire.threshold = item.report.threshold
    for match in matches(item.report) { wire.labelMatches[match.label] = match.score }
    wire.tokenUsage = .with {
      $0.inputTokens = item.usage.input
      $0.billedTokens = item.usage.billed
      $0.multiplier = item.usage.multiplier
    }
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

  /// An entry for each answer. The wire has no field for who gave it, so its key says so.
  private func internals(_ explanation: Explanation) -> WireReport.Internals {
    var internals = WireReport.Internals()
    for entry in explanation.entries {
      var wire = features[entry.feature].report
      wire.score = entry.score
      wire.sourceRanges = entry.places.map(Self.range)
      internals.featureReports["\(features[entry.feature].key) \(entry.source)"] = wire
    }
    return internals
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
      wire[index].result = .init(rule.outcome)
      wire[index].score = rule.score
    }
  }

  private static func fill(_ wire: inout WireReport.ExceptionEvaluationReport, _ exception: PolicyReport.Exception) {
    wire.result = .init(exception.verdict.outcome)
    wire.reviewResult = result(exception.verdict)
    fill(&wire.assertionEvaluationReports, exception.rules)
  }

  private static func result(_ verdict: Verdict) -> WireReport.ReviewResult {
    .with {
      $0.outcome = .init(verdict.outcome)
      $0.score = verdict.score
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

extension Clavata_Shared_V1_Outcome {
  init(_ outcome: Outcome) {
    self =
      switch outcome {
      case .false: .false
      case .true: .true
      case .failed: .failed
      case .unsettled: .unspecified
      }
  }
}
