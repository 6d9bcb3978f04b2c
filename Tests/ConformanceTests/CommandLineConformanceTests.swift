import Foundation
import TestSupport
import Testing

/// The same cases through `gavel eval`, as a user runs it: one process after the other.
@Suite(.serialized)
struct CommandLineConformanceTests {
  private struct Line: Decodable {
    struct Result: Decodable {
      var policyEvaluationReport: Report
    }

    struct Report: Decodable {
      var sectionEvaluationReports: [Section]
      var labelMatches: [String: Double]
    }

    struct Section: Decodable {
      var name: String
      var reviewResult: ReviewResult
    }

    struct ReviewResult: Decodable {
      var outcome: String
      var score: Double
    }

    var result: Result
  }

  /// `gavel eval --policy P --scores S --format json` reports what the case expects.
  @Test(arguments: try ConformanceSuite.cases(.valid))
  func evaluates(_ test: ConformanceCase) async throws {
    let folder = try TemporaryFolder()
    let policy = folder.url.appending(path: "case.policy")
    let scores = folder.url.appending(path: "scores.json")
    let text = folder.url.appending(path: "text.txt")
    try Data(test.policy.text.utf8).write(to: policy)
    try JSONEncoder().encode(test.scores ?? [:]).write(to: scores)
    try Data((test.text ?? "").utf8).write(to: text)
    let result = try await Program.gavel.run([
      "eval", "--policy", policy.path, "--text-file", text.path, "--scores", scores.path, "--format", "json",
      "--threshold", String(test.threshold ?? 0.5),
    ])
    #expect(result.status == 0, "\(result.errors)")
    let report = try JSONDecoder().decode(Line.self, from: Data(result.output.utf8)).result.policyEvaluationReport
    let expected = try #require(test.expect)
    let outcomes = Dictionary(
      report.sectionEvaluationReports.map { ($0.name, $0.reviewResult.outcome) }, uniquingKeysWith: { $1 })
    #expect(outcomes == expected.labels.mapValues { "OUTCOME_\($0.outcome)" })
    #expect(report.labelMatches.keys.sorted() == expected.matches)
    for section in report.sectionEvaluationReports {
      guard let score = expected.labels[section.name]?.score else { continue }
      #expect(abs(section.reviewResult.score - score) < 1e-9)
    }
  }

  /// A policy with errors ends with 1, and says the first one's place.
  @Test(arguments: try ConformanceSuite.cases(.invalid))
  func refuses(_ test: ConformanceCase) async throws {
    let result = try await Program.gavel.run(["check", "--format", "plain", "-"], input: test.policy.text)
    let first = try #require(test.errors?.first)
    let line = result.output.split(separator: "\n").first { $0.contains(": error: ") } ?? ""
    #expect(result.status == 1 && line.contains(":\(first.line):\(first.column): error:"), "\(result.output)")
  }
}
