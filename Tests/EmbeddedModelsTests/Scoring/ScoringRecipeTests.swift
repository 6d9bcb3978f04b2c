import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct ScoringRecipeTests {
  private static let recipe = """
    {"version": "2", "dimension": 384, "windowWords": 90, "stepWords": 60, "maximumTokens": 160, "windowPenalty": 0.35,
     "contextSlack": 0.2, "prior": 0.05, "templates": {"sentiment": "the tone is {}"}, "calibration": {
     "concept": {"slope": 1, "offset": 0}, "question": {"slope": 1, "offset": 0}, "context": {"slope": 1, "offset": 0},
     "sentiment": {"slope": 1, "offset": 0}, "fuzzy": {"slope": 2, "offset": -1.5}}}
    """

  private func load(_ contents: Data) throws -> ScoringRecipe {
    let file = FileManager.default.temporaryDirectory.appending(path: "scorer-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try contents.write(to: file)
    return try ScoringRecipe.load(file)
  }

  /// A recipe is read; a logit's probability follows from its form's slope and offset.
  @Test func loads() throws {
    let recipe = try load(Data(Self.recipe.utf8))
    #expect(recipe.windowWords == 90 && recipe.stepWords == 60 && recipe.templates.sentiment == "the tone is {}")
    #expect(recipe.calibration.fuzzy.probability(of: 0.75) == 0.5)
    #expect(recipe.calibration.concept.probability(of: -1000) == 0)
    #expect(recipe.calibration.concept.probability(of: 1000) == 1)
  }

  /// A single window loses nothing, nine a doubling's worth.
  @Test func penaltyGrowsWithTheLogarithm() throws {
    let recipe = try load(Data(Self.recipe.utf8))
    #expect(recipe.penalty(windows: 1) == 0)
    #expect(abs(recipe.penalty(windows: 9) - 0.35 * log(2)) < 1e-12)
  }

  /// What cannot be is an error that names the file, never a crash and never a scorer that misjudges.
  @Test(arguments: [
    (#""version": "2""#, #""version": """#), (#""2""#, #""2/\u000a3""#), (#""2""#, "2"), ("384", "0"), ("384", "-1"),
    ("384", "1e30"), ("384", "1.5"), ("90", "0"), ("60,", "0,"), ("60,", "91,"), ("160", "7"), ("160", "257"),
    ("0.35", "-0.1"), ("0.35", "1e999"), ("0.35", "NaN"), ("0.2", "1.5"), ("0.05", "-0.01"), ("0.05", "null"),
    ("is {}", "is"), ("is {}", "{} {}"), (#""slope": 2"#, #""slope": 0"#), (#""slope": 2"#, #""slope": -2"#),
    (#""slope": 2"#, #""slope": 1e300"#), ("-1.5", "-1e4"), (#""fuzzy""#, #""tone""#), ("}}}", "}}"),
    ("\"2\"", "\"2\0\""),
  ])
  func refusesWhatCannotBe(sound: String, broken: String) {
    expectRefusal(of: Data(Self.recipe.replacing(sound, with: broken, maxReplacements: 1).utf8))
  }

  /// Nor is anything else that a file may hold.
  @Test(
    arguments: [
      [], [0], [0xFF, 0xFE, 0x7B, 0x00], Array("[]".utf8), Array("{}".utf8), Array("null".utf8),
      Array(String(repeating: "[", count: 100_000).utf8), Array(repeating: 0xC3, count: 1000),
    ] as [[UInt8]])
  func refusesOtherBytes(bytes: [UInt8]) {
    expectRefusal(of: Data(bytes))
  }

  private func expectRefusal(of contents: Data) {
    let error = #expect(throws: EmbeddedModelError.self) { try load(contents) }
    #expect(error?.code == .unusable && error?.message.contains("scorer-") == true)
  }
}
