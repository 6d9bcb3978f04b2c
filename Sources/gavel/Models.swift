internal import EmbeddedModels
internal import Foundation
internal import Gateway
internal import SignalScoring

/// The scorers of this process, and what to say of those that are missing.
struct Models {
  var scorers: [any SignalScorer]
  var tokens: TokenCounter
  var warnings: [String]
  var summary: String

  /// Loads the embedded models where they are installed; without them matching goes on, and what a model would score
  /// fails with a message that says how to install it.
  ///
  /// - Parameters:
  ///   - folder: where they are; nil: the default.
  ///   - lexicalOnly: does without, by choice.
  static func load(folder: String?, lexicalOnly: Bool) -> Models {
    if lexicalOnly {
      return Models(scorers: [LexicalScorer()], tokens: .byLength, warnings: [], summary: "none, by choice")
    }
    let files = folder.map { ModelFiles(folder: URL(filePath: $0, directoryHint: .isDirectory)) } ?? .default
    do {
      let scorer = try EmbeddedTextScorer(files: files)
      return Models(
        scorers: [LexicalScorer(), scorer], tokens: TokenCounter { scorer.tokenizer.count($0) }, warnings: [],
        summary: scorer.version)
    } catch {
      return Models(
        scorers: [LexicalScorer(), UnavailableScorer(message: error.scoringError.message)], tokens: .byLength,
        warnings: [error.message], summary: "none")
    }
  }
}
