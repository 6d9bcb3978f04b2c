internal import Foundation

extension ScoringRecipe {
  /// - Throws: where the file is missing, or says what cannot be.
  static func load(_ file: URL) throws(EmbeddedModelError) -> ScoringRecipe {
    guard let recipe = try? JSONDecoder().decode(ScoringRecipe.self, from: ModelFiles.contents(of: file)) else {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a scoring recipe")
    }
    if let flaw = recipe.flaw { throw EmbeddedModelError(.unusable, "\(file.path) cannot be followed: \(flaw)") }
    return recipe
  }

  /// What of it cannot be; nil where all can.
  private var flaw: String? {
    let curves = [
      calibration.concept, calibration.question, calibration.context, calibration.sentiment, calibration.fuzzy,
    ]
    let tokens = 8...InferencePool.maximumLength
    // It stands in reports and logs.
    if version.isEmpty || version.utf8.count > 32 || !version.utf8.allSatisfy(Self.isPlain) { return "`version`" }
    if !(1...4096).contains(dimension) { return "`dimension`" }
    if !(1...1024).contains(windowWords) { return "`windowWords`" }
    if !(1...windowWords).contains(stepWords) { return "`stepWords`" }
    if !tokens.contains(maximumTokens) { return "`maximumTokens`" }
    if !(0...100).contains(windowPenalty) { return "`windowPenalty`" }
    if !(0...1).contains(contextSlack) { return "`contextSlack`" }
    if !(0...1).contains(prior) { return "`prior`" }
    if templates.sentiment.ranges(of: "{}").count != 1 { return "`templates`" }
    // A slope of zero would give all texts one score, a negative one turn them round.
    if !curves.allSatisfy({ $0.slope > 0 && $0.slope <= 1e3 && abs($0.offset) <= 1e3 }) { return "`calibration`" }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default:
      false
    }
  }
}
