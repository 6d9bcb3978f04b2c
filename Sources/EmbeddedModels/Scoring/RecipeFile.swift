internal import Foundation

/// The recipe as it is written: `scorer.json`, whose rows are those of `vectors.f32`.
struct RecipeFile: Decodable {
  struct Head: Decodable {
    var name: String
    var row: Int
    var bias: Double
  }

  struct Anchor: Decodable {
    var row: Int
    var profanity: Double?
    var heads: [String: Double]?
  }

  struct Form: Decodable {
    var template: String
    var referenceRow: Int?
    var temperature: Double
    var floor: Double
    var headStrength: Double
    var profanityStrength: Double
    var anchors: [Anchor]
  }

  var version: String
  var dimension: Int
  var windowWords: Int
  var contextSlack: Double
  var heads: [Head]
  var concept: Form
  var tone: Form
  var calibration: ScoringRecipe.Calibrations

  /// - Throws: where a file is missing, is not what it should be, or they do not belong together.
  static func load(_ files: ModelFiles) throws(EmbeddedModelError) -> ScoringRecipe {
    let file: RecipeFile
    do {
      file = try JSONDecoder().decode(RecipeFile.self, from: ModelFiles.contents(of: files.recipe))
    } catch {
      throw EmbeddedModelError(.unusable, "\(files.recipe.path) is not a scoring recipe")
    }
    let vectors = try RecipeVectors(ModelFiles.contents(of: files.recipeVectors), dimension: file.dimension)
    guard let vectors, let recipe = file.resolved(vectors) else {
      throw EmbeddedModelError(
        .unusable, "\(files.recipe.path) and \(files.recipeVectors.lastPathComponent) do not belong together")
    }
    return recipe
  }

  private func resolved(_ vectors: RecipeVectors) -> ScoringRecipe? {
    var indices: [String: Int] = [:]
    var heads: [ScoringRecipe.Head] = []
    for head in self.heads {
      guard let weights = vectors[head.row] else { return nil }
      indices[head.name] = heads.count
      heads.append(ScoringRecipe.Head(weights: weights, bias: head.bias))
    }
    guard windowWords > 0, let concept = concept.resolved(vectors, heads: indices),
      let tone = tone.resolved(vectors, heads: indices)
    else { return nil }
    return ScoringRecipe(
      version: version, windowWords: windowWords, contextSlack: contextSlack, heads: heads, concept: concept,
      tone: tone, calibrations: calibration)
  }
}

extension RecipeFile.Form {
  fileprivate func resolved(_ vectors: RecipeVectors, heads: [String: Int]) -> ScoringRecipe.Form? {
    var reference: Embedding?
    if let referenceRow {
      guard let vector = vectors[referenceRow] else { return nil }
      reference = vector
    }
    var resolved: [ScoringRecipe.Anchor] = []
    for anchor in anchors {
      guard let embedding = vectors[anchor.row] else { return nil }
      var weights: [(head: Int, weight: Double)] = []
      for (name, weight) in anchor.heads ?? [:] {
        guard let head = heads[name] else { return nil }
        weights.append((head, weight))
      }
      // A JSON object has no order, and a sum has: the same one every time.
      weights.sort { $0.head < $1.head }
      resolved.append(ScoringRecipe.Anchor(embedding: embedding, profanity: anchor.profanity ?? 0, heads: weights))
    }
    guard temperature > 0 else { return nil }
    return ScoringRecipe.Form(
      template: template, reference: reference, temperature: temperature, floor: floor, headStrength: headStrength,
      profanityStrength: profanityStrength, anchors: resolved)
  }
}
