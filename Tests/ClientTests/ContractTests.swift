internal import Foundation
internal import TestSupport
internal import Testing

/// The REST API against its own document, with requests that nobody thought of.
struct ContractTests {
  /// Some hundred made-up requests, the same each time: no error of the server's, every answer as declared.
  /// `make schemathesis` makes thousands.
  @Test func answersAreAsDeclared() async throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "contract/run.py").path
    let result = try await Program.contractPython.run([
      script, "--examples", "8", "--least", "100", "--seed", "1", "--phases", "examples,fuzzing", Program.gavel.path,
    ])
    #expect(result.status == 0, "\(result.output.suffix(8_000))\(result.errors.suffix(2_000))")
  }
}
