internal import GatewayProtocol
internal import SwiftProtobuf
internal import Testing

@testable internal import Gateway

/// Which threshold and which speed an evaluation has.
struct EvaluationOptionsTests {
  struct Case: Sendable {
    var threshold: Double?
    var version: Double
    var expected: Double?
  }

  static let cases = [
    Case(threshold: nil, version: 0, expected: 0.5), Case(threshold: 0, version: 0, expected: 0.5),
    Case(threshold: nil, version: 0.8, expected: 0.8), Case(threshold: 0, version: 0.8, expected: 0.8),
    Case(threshold: 0.3, version: 0.8, expected: 0.3), Case(threshold: 1, version: 0, expected: 1),
    Case(threshold: -0.0001, version: 0, expected: nil), Case(threshold: 1.0001, version: 0, expected: nil),
    Case(threshold: .nan, version: 0, expected: nil), Case(threshold: .infinity, version: 0, expected: nil),
  ]

  /// The request's own, else the version's, else the default; outside 0...1 is refused.
  @Test(arguments: cases)
  func threshold(_ test: Case) {
    let options = try? EvaluationOptions(
      threshold: test.threshold, expedited: nil, options: [:], version: .with { $0.threshold = test.version })
    #expect(options?.threshold == test.expected)
  }

  /// `expedited` and its older spelling among the options are one switch; the request's own word counts first.
  @Test func expedited() throws {
    func isExpedited(_ flag: Bool?, _ option: String?, version: Bool = false) throws -> Bool {
      try EvaluationOptions(
        threshold: nil, expedited: flag, options: option.map { ["expedited": $0] } ?? [:],
        version: .with { if version { $0.expedited = true } }
      ).isExpedited
    }
    #expect(try isExpedited(nil, "true"))
    #expect(try !isExpedited(false, "true"))
    #expect(try isExpedited(nil, nil, version: true))
    #expect(try !isExpedited(nil, "false", version: true))
    #expect(throws: GatewayError.self) { try isExpedited(nil, "perhaps") }
  }
}
