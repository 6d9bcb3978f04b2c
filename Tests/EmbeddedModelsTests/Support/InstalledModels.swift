import Foundation
import SignalScoring

@testable import EmbeddedModels

/// The models that `make setup` installs, loaded once for all tests. A test that needs them fails without, and says how
/// to install them.
enum InstalledModels {
  private static let loaded = Result { () throws(EmbeddedModelError) in try EmbeddedTextScorer(threads: 2) }
  private static let loadedTokenizer = Result { () throws(EmbeddedModelError) in
    try WordPieceTokenizer(file: ModelFiles.default.tokenizer)
  }

  private static let imagePool = ImagePool()
  private static let imageScorer = ImageScorer(pool: imagePool) { () throws(EmbeddedModelError) in try loaded.get() }
  private static let loadedKnowledge = Result { () throws(EmbeddedModelError) in
    try ThingKnowledge(files: .default, width: loaded.get().dimension)
  }

  static func images() throws -> ImagePool {
    try ModelFiles.default.checkImages()
    return imagePool
  }

  static func sight() throws -> ImageScorer {
    try ModelFiles.default.checkImages()
    return imageScorer
  }

  static func knowledge() throws -> ThingKnowledge { try loadedKnowledge.get() }
  static func scorer() throws -> EmbeddedTextScorer { try loaded.get() }
  static func pool() throws -> InferencePool { try loaded.get().pool }
  static func tokenizer() throws -> WordPieceTokenizer { try loadedTokenizer.get() }
}
