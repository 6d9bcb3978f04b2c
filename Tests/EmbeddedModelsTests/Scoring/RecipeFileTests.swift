import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct RecipeFileTests {
  private static let form = """
    {"template": "{}", "temperature": 0.1, "floor": 0.5, "headStrength": 1, "profanityStrength": 1, "anchors": \
    [{"row": 1, "heads": {"hate": 1}}]}
    """
  private static let curve = #"{"slope": 1, "middle": 0, "gatedSlope": 1, "gatedMiddle": 0}"#

  private static func recipe(head: String = "hate", row: Int = 0, words: Int = 45, form: String = form) -> String {
    """
    {"version": "1", "dimension": 2, "windowWords": \(words), "contextSlack": 0.1, "heads": \
    [{"name": "\(head)", "row": \(row), "bias": 0}], "concept": \(form), "tone": \(form), "calibration": \
    {"concept": \(curve), "context": \(curve), "question": \(curve), "tone": \(curve), "fuzzy": \(curve)}}
    """
  }

  private func load(_ recipe: String, bytes: Int) throws -> ScoringRecipe {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recipe-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ModelFiles(folder: folder)
    try FileManager.default.createDirectory(at: folder.appending(path: "v1/scorer"), withIntermediateDirectories: true)
    try Data(recipe.utf8).write(to: files.recipe)
    try Data(count: bytes).write(to: files.recipeVectors)
    return try RecipeFile.load(files)
  }

  /// A recipe and its vectors load when they belong together.
  @Test func loads() throws {
    let recipe = try load(Self.recipe(), bytes: 16)
    #expect(recipe.windowWords == 45 && recipe.concept.anchors.map(\.heads.count) == [1])
  }

  /// A recipe that names what is not there is an error, not a crash.
  @Test(arguments: [
    ("{}", 16), (recipe(), 15), (recipe(), 8), (recipe(row: 2), 16), (recipe(row: -1), 16), (recipe(head: "x"), 16),
    (recipe(words: 0), 16),
    (recipe(form: form.replacing(#""floor""#, with: #""referenceRow": 9, "floor""#)), 16),
    (recipe(form: form.replacing("0.1", with: "0")), 16),
  ])
  func refusesWhatDoesNotFit(recipe: String, bytes: Int) {
    let error = #expect(throws: EmbeddedModelError.self) { try load(recipe, bytes: bytes) }
    #expect(error?.code == .unusable && error?.message.contains("scorer.json") == true)
  }
}
