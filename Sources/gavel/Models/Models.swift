internal import EmbeddedModels
internal import Foundation
internal import Gateway
internal import Logging
internal import RemoteModels
internal import SignalScoring

/// The scorers of this process, and what to say of those that are missing.
struct Models {
  var scorers: Scorers
  var tokens: TokenCounter = .byLength
  var warnings: [String] = []
  /// The embedded models.
  var summary: String
  /// To be stopped when the process ends; nil where none is configured.
  var remote: RemoteModel?

  /// Loads the embedded models where they are installed, and takes in the remote one where it is configured; without
  /// them matching goes on, and what a model would score fails with a message that says what to do.
  ///
  /// - Parameters:
  ///   - folder: where they are; nil: the default.
  ///   - classifier: the folder of a classifier that answers in their place; nil: none does.
  ///   - imageClassifier: the same of one that looks at images in their place.
  ///   - lexicalOnly: does without any model, by choice.
  ///   - logger: is told when the embedded model answers for the remote one.
  /// - Throws: `SettingError` where there is a classifier and it cannot be used: nothing else is to answer for it.
  static func load(
    folder: String?, classifier: String?, imageClassifier: String?, lexicalOnly: Bool,
    remote settings: RemoteSettings?, logger: Logger
  ) throws -> Models {
    if lexicalOnly { return Models(scorers: Scorers(texts: [LexicalScorer()]), summary: "none, by choice") }
    let standard = settings?.standard ?? .embedded
    var models = Models(scorers: Scorers(texts: []), summary: "none")
    let embedded: any SignalScorer
    // What looks at images reads signals by the same encoder as texts are.
    let texts: ImageScorer.TextScorer
    let files = folder.map { ModelFiles(folder: URL(filePath: $0, directoryHint: .isDirectory)) } ?? .default
    do {
      let (scorer, tokenizer) = try embeddedScorer(files, classifier: classifier)
      models.tokens = TokenCounter { tokenizer.count($0) }
      models.summary = scorer.version
      embedded = scorer
      let loaded = scorer as? EmbeddedTextScorer
      texts = { () throws(EmbeddedModelError) in
        if let loaded { return loaded }
        return try EmbeddedTextScorer(files: files, threads: 1)
      }
    } catch {
      if classifier != nil { throw SettingError(error.message) }
      if standard != .remote { models.warnings = [error.message] }
      embedded = UnavailableScorer(message: error.scoringError.message)
      texts = { () throws(EmbeddedModelError) in throw error }
    }
    models.remote = settings.map { RemoteModel($0, logger: logger) }
    let log = FallbackLog(logger: logger)
    models.scorers.texts = [
      LexicalScorer(),
      StackedScorer(
        embedded: embedded, remote: models.remote?.scorer ?? UnavailableScorer(message: noRemote),
        standard: standard, notify: log.note),
    ]
    let seeing = settings?.sees == true ? models.remote?.scorer : nil
    try models.addImages(files, classifier: imageClassifier, texts: texts, remote: seeing) { embedded, remote in
      StackedScorer(embedded: embedded, remote: remote, standard: standard, notify: log.note)
    }
    return models
  }

  /// What looks at images, and reads them: nothing of it but a classifier of the user's own is loaded before there is
  /// one.
  ///
  /// - Parameters:
  ///   - folder: of that classifier; nil: there is none.
  ///   - remote: the remote model, if it sees.
  ///   - stack: puts both in the order in which they are asked.
  /// - Throws: `SettingError` where the classifier cannot be used.
  private mutating func addImages(
    _ files: ModelFiles, classifier folder: String?, texts: @escaping ImageScorer.TextScorer, remote: RemoteScorer?,
    _ stack: (any SignalScorer, any SignalScorer) -> any SignalScorer
  ) throws {
    var sight = try folder.map { try addImageClassifier($0, files) } ?? addEmbeddedSight(files, texts: texts)
    if let remote { sight = stack(sight, remote) }
    scorers.sight = [sight]
  }

  private mutating func addEmbeddedSight(
    _ files: ModelFiles, texts: @escaping ImageScorer.TextScorer
  ) -> any SignalScorer {
    do throws(EmbeddedModelError) {
      try files.checkImages()
      let pool = ImagePool(files: files)
      scorers.reader = WritingReader(files: files, pool: pool)
      return ImageScorer(files: files, pool: pool, texts: texts)
    } catch {
      // Where texts lack theirs too, that has been said.
      if warnings.isEmpty { warnings = [error.message] }
      return UnavailableScorer(message: error.imageScoringError.message)
    }
  }

  private mutating func addImageClassifier(_ folder: String, _ files: ModelFiles) throws -> any SignalScorer {
    let own = ImageClassifierFiles(folder: URL(filePath: folder, directoryHint: .isDirectory))
    let classifier: ImageClassifier
    do throws(EmbeddedModelError) {
      classifier = try ImageClassifier(files: own, runtime: files)
    } catch {
      throw SettingError(error.message)
    }
    do throws(EmbeddedModelError) {
      try files.checkReader()
      scorers.reader = WritingReader(files: files, pool: classifier.pool)
    } catch {
      if warnings.isEmpty { warnings = [error.message] }
    }
    summary += ", \(classifier.version)"
    return classifier
  }

  private static func embeddedScorer(
    _ files: ModelFiles, classifier folder: String?
  ) throws(EmbeddedModelError) -> (any SignalScorer, WordPieceTokenizer) {
    if let folder {
      let own = ClassifierFiles(folder: URL(filePath: folder, directoryHint: .isDirectory))
      let scorer = try PairClassifier(files: own, runtime: files)
      return (scorer, scorer.tokenizer)
    }
    let scorer = try EmbeddedTextScorer(files: files)
    return (scorer, scorer.tokenizer)
  }

  private static let noRemote =
    "this policy version asks for a remote model and none is configured: set --remote-url and --remote-model"
}
