internal import ArgumentParser
internal import Configuration
internal import ContentIntake
internal import Foundation
internal import Gateway
internal import GatewayProtocol
internal import Logging
internal import PolicyLanguage
internal import SignalScoring
internal import SwiftProtobuf

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluate contents against a policy file; no server needed.",
    discussion: """
      With --format json one line is printed for each item, as the stream endpoint would write it. Lines of an --input \
      file are items: {"text": "...", "metadata": {"id": "1"}}.

      --scores answers what a model would from a file, so that logic can be tried without one: {"dogs": 0.9, \
      "\\"dogs\\" [IN] \\"park\\"": 0.8, "SENTIMENT(\\"angry\\")": 0.1}: a concept by its bare words, any other signal \
      as the formatter writes it.

      --explain says under each rule which scorer answered each of its signals, with which score, and shows »between \
      marks« what of the text it went by: the words that were found, or the stretch that a model scored highest.

      An --image is judged by what is written on it, as a text is, and by what there is to see. Items of an --input \
      may be images too: {"image": "BASE64"} or {"imageUrl": "https://..."}.

      --classifier has a zero-shot classifier of your own answer in place of the embedded scorer: a folder of \
      model.onnx, tokenizer.json and classifier.json. --image-classifier has a pair of models for images and texts, as \
      CLIP is one, look at images in place of the embedded ones: a folder of image.onnx, text.onnx, tokenizer.json and \
      image-classifier.json.

      --remote-url and --remote-model ask a model of another server, which is sent the contents; its API key, if it \
      asks for one, is GAVEL_REMOTE_KEY.

      EXIT CODES
        0  evaluated
        1  the policy has errors, or an item was refused
        2  could not run

      EXAMPLES
        gavel eval --policy Policies/toxicity.policy --text 'you are an idiot'
        gavel eval --policy p.policy --input items.jsonl --format json
        gavel eval --policy p.policy --text-file letter.txt --explain
        gavel eval --policy p.policy --image photo.jpg --explain
        gavel eval --policy p.policy --text 'dogs in a park' --scores scores.json
      """)

  @Option(help: ArgumentHelp("The policy.", valueName: "file"))
  var policy: String

  @Option(help: "A text to evaluate.")
  var text: String?

  @Option(help: ArgumentHelp("A file with the text; - is standard input.", valueName: "file"))
  var textFile: String?

  @Option(help: ArgumentHelp("An image to evaluate: PNG, JPEG or WebP.", valueName: "file"))
  var image: String?

  @Option(help: ArgumentHelp("A file of items, one JSON object a line; - is standard input.", valueName: "file"))
  var input: String?

  @Option(help: "0 to 1: from which score on a label holds. (default: 0.5)")
  var threshold: Double?

  @Option(help: ArgumentHelp("Scores of the signals a model would score, as JSON.", valueName: "file"))
  var scores: String?

  @Option(help: ArgumentHelp("Where the models are installed.", valueName: "dir"))
  var models: String?

  @Option(help: ArgumentHelp("A classifier of your own that scores in their place.", valueName: "dir"))
  var classifier: String?

  @Flag(help: "Score without models: exact and fuzzy matches alone.")
  var lexicalOnly = false

  @OptionGroup(title: "Remote model")
  var remote: RemoteArguments

  @OptionGroup(title: "Images")
  var images: ImageArguments

  @Option(help: ArgumentHelp("A JSON file of settings.", valueName: "file"))
  var config: String?

  @Flag(help: "Stop scoring an item as soon as every label is settled.")
  var expedited = false

  @Flag(help: "Say why: who answered each signal, and for what of the text.")
  var explain = false

  @Option(help: "human or json.")
  var format: Format = .human

  enum Format: String, ExpressibleByArgument, CaseIterable { case human, json }

  func validate() throws {
    let sources = [text, textFile, image, input].compactMap { $0 }
    guard sources.count == 1 else {
      throw ValidationError("Give one of --text, --text-file, --image and --input.")
    }
    guard scores == nil || models == nil else { throw ValidationError("--scores and --models exclude each other.") }
    guard classifier == nil || (scores == nil && !lexicalOnly) else {
      throw ValidationError("--classifier excludes --scores and --lexical-only.")
    }
    guard images.imageClassifier == nil || (scores == nil && !lexicalOnly) else {
      throw ValidationError("--image-classifier excludes --scores and --lexical-only.")
    }
    guard remote.url == nil || (scores == nil && !lexicalOnly) else {
      throw ValidationError("--remote-url excludes --scores and --lexical-only.")
    }
    if let threshold, !(0...1).contains(threshold) { throw ValidationError("--threshold is a number from 0 to 1.") }
  }

  func run() async throws {
    do {
      try await evaluate()
    } catch let error as ExitCode {
      throw error
    } catch let error as GatewayError {
      Terminal.complain(error.message)
      throw ExitCode(Terminal.ExitCode.errors)
    } catch {
      Terminal.complain("\(error)")
      throw ExitCode(Terminal.ExitCode.couldNotRun)
    }
  }

  private func evaluate() async throws {
    let models = try await loadModels()
    do {
      try await evaluate(with: models)
    } catch {
      await models.remote?.stop()
      throw error
    }
    await models.remote?.stop()
  }

  private func evaluate(with models: Models) async throws {
    let local = try await LocalPolicy.load(file: policy, models: models)
    let options = try EvaluationOptions(
      threshold: threshold, expedited: expedited, options: ["explain": String(explain)], version: local.ready.options)
    let intake = try images.intake(try await Settings(file: config), logger: Self.quiet)
    let evaluator = Evaluator(tokens: local.tokens)
    let output = EvalOutput(policy: local.ready, format: format)
    if let input {
      var reader = try ItemBatch.Reader(path: input)
      var refused = false
      while let batch = try reader.next() {
        let admitted = try await admit(batch, of: input, by: intake, refused: &refused)
        if admitted.isEmpty { continue }
        try await evaluator.evaluate(admitted, with: local.ready, options: options) {
          try output.write($0, of: admitted)
        }
      }
      if refused { throw ExitCode(Terminal.ExitCode.errors) }
    } else {
      let admitted = try await AdmittedItem.admit([try item()], by: intake)
      try await evaluator.evaluate(admitted, with: local.ready, options: options) {
        try output.write($0, of: admitted)
      }
    }
  }

  /// Says nothing of what is said with the item that it concerns.
  private static let quiet = Logger(label: "gavel") { _ in SwiftLogNoOpLogHandler() }

  /// The items of a batch that are taken in; the others are complained of by their lines.
  private func admit(
    _ batch: ItemBatch, of path: String, by intake: ContentIntake, refused: inout Bool
  ) async throws -> [AdmittedItem] {
    var admitted: [AdmittedItem] = []
    for (item, line) in zip(batch.items, batch.lines) {
      do {
        admitted += try await AdmittedItem.admit([item], by: intake)
      } catch {
        if Task.isCancelled { throw CancellationError() }
        Terminal.complain("\(path):\(line): \(error.message)")
        refused = true
      }
    }
    return admitted
  }

  private func loadModels() async throws -> Models {
    guard let scores else {
      let settings = try await Settings(file: config)
      return try Models.load(
        folder: settings.string("models", flag: models), classifier: settings.string("classifier", flag: classifier),
        imageClassifier: settings.string("imageClassifier", flag: images.imageClassifier),
        lexicalOnly: lexicalOnly, remote: try remote.resolved(settings),
        logger: Logger(label: "gavel") { StreamLogHandler.standardError(label: $0) })
    }
    let data = try Data(contentsOf: URL(filePath: scores))
    guard let table = try? JSONDecoder().decode([String: Double].self, from: data) else {
      throw SettingError("\(scores): must be a JSON object of numbers")
    }
    do {
      let scripted = try ScriptedScorer(table)
      return Models(scorers: Scorers(texts: [scripted, LexicalScorer()], sight: [scripted]), summary: "scores")
    } catch {
      throw SettingError("\(scores): \(error.message)")
    }
  }

  /// The one item of --text, --text-file or --image.
  private func item() throws -> Clavata_Shared_V1_ContentData {
    if let image {
      let data = try InputFile.read(image)
      return .with { $0.image = data }
    }
    if let text { return .with { $0.text = text } }
    let path = textFile ?? "-"
    let bytes = try InputFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingError("\(path): is not UTF-8")
    }
    return .with { $0.text = text }
  }
}
