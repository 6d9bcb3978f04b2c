import PolicyEvaluation
import PolicyLanguage
import Testing

/// The language, case by case, through the public API: read, compile, score, evaluate, format.
struct ConformanceTests {
  /// A case that is lost, or read as another kind, does not go unnoticed.
  @Test func everyCaseIsRead() throws {
    let cases = try ConformanceSuite.all()
    let count = { (kind: ConformanceCase.Kind) in cases.count { $0.kind == kind } }
    #expect([count(.valid), count(.invalid), count(.format)] == [250, 68, 28])
  }

  /// A valid policy reports what the case expects.
  @Test(arguments: try ConformanceSuite.cases(.valid))
  func reports(_ test: ConformanceCase) async throws {
    let expected = try #require(test.expect)
    let run = try await ConformanceRun(policyText: test.policy.text, of: test)
    #expect(run.differences(from: expected) == [])
  }

  /// With its line breaks flattened to spaces, a policy without comments means the same.
  @Test(arguments: try ConformanceSuite.cases(.valid).filter { !$0.policy.text.contains("//") })
  func survivesFlattening(_ test: ConformanceCase) async throws {
    let flat = String(test.policy.text.map { $0.isNewline ? " " : $0 })
    try await expectSameMeaning(test, flat)
  }

  /// The formatter changes no meaning, and what it wrote it leaves as it is.
  @Test(arguments: try ConformanceSuite.cases(.valid))
  func survivesFormatting(_ test: ConformanceCase) async throws {
    let formatted = PolicyFormatter.format(PolicyParser.parse(test.policy.text).syntax)
    #expect(PolicyFormatter.format(PolicyParser.parse(formatted).syntax) == formatted)
    try await expectSameMeaning(test, formatted)
  }

  /// What is wrong with a policy is found, all of it, at its place.
  @Test(arguments: try ConformanceSuite.cases(.invalid))
  func finds(_ test: ConformanceCase) {
    let errors = PolicyParser.parse(test.policy.text).diagnostics.filter { $0.severity == .error }.map {
      ExpectedError(line: $0.range.start.line, column: $0.range.start.column, code: $0.code.rawValue)
    }
    #expect(errors == test.errors)
    #expect(throws: PolicyCompileError.self) { try CompiledPolicy.compile(test.policy.text) }
  }

  /// The one form that a policy is written in.
  @Test(arguments: try ConformanceSuite.cases(.format))
  func formats(_ test: ConformanceCase) throws {
    let expected = try #require(test.formatted)
    let formatted = [test.policy.text, expected].map { PolicyFormatter.format(PolicyParser.parse($0).syntax) }
    #expect(formatted == [expected, expected])
  }

  private func expectSameMeaning(_ test: ConformanceCase, _ rewritten: String) async throws {
    let run = try await ConformanceRun(policyText: test.policy.text, of: test)
    let other = try await ConformanceRun(policyText: rewritten, of: test)
    #expect(other.report.labels == run.report.labels)
    #expect(other.policy.features.map(\.expression) == run.policy.features.map(\.expression))
  }
}
