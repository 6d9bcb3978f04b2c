import ContentIntake
import Foundation
import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct ImageClassifierTests {
  /// What comes of a picture by other means (Scripts/make-image-classifier-fixture.py).
  private struct Figures: Decodable {
    var model: String
    var picture: String
    var words: [String]
    var cosines: [Double]
    /// Log odds of the scores.
    var logits: [Double]
  }

  private struct UnexpectedResult: Error {}

  private func features(_ kinds: [Feature.Kind]) -> [Feature] {
    kinds.enumerated().map { Feature(index: $0, kind: $1, expression: "", ranges: []) }
  }

  private func image(_ name: String) throws -> ImageContent {
    let bytes = try Fixture.data(of: "image-classifier/\(name).png")
    let header = try ImageHeader(bytes)
    return ImageContent(
      hash: "fixture \(name)", mediaType: "image/png", bytes: bytes, width: header.width, height: header.height)
  }

  private func score(
    _ picture: String, _ kinds: [Feature.Kind], with classifier: ImageClassifier
  ) async throws -> [SignalResult] {
    try await classifier.prepare(features(kinds)).score(.image(image(picture)))
  }

  private func value(_ result: SignalResult?) throws -> Double {
    guard case .scored(let value, _, _) = result else { throw UnexpectedResult() }
    return value
  }

  private func error(_ result: SignalResult?) throws -> ScoringError {
    guard case .failed(let error) = result else { throw UnexpectedResult() }
    return error
  }

  private static func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

  /// From a file's pixels and a policy's words to scores: what numpy, Pillow and the published tokenizer make of them, by
  /// softmax and by sigmoid, cropped and stretched, masked and padded.
  @Test func scoresAsComputedOtherwise() async throws {
    let lines = try Fixture.lines(of: "image-classifier/figures.jsonl")
    #expect(lines.count == 9)
    for line in lines {
      let figures = try JSONDecoder().decode(Figures.self, from: Data(line.utf8))
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let configuration = try JSONSerialization.data(withJSONObject: #require(object["configuration"]))
      let folder = try ImageClassifierFolder(
        text: figures.model, configuration: String(decoding: configuration, as: UTF8.self))
      let classifier = try ImageClassifier(files: folder.files)
      let results = try await score(figures.picture, figures.words.map { .concept($0) }, with: classifier)
      #expect(results.count == figures.words.count)
      for (place, result) in results.enumerated() {
        guard case .scored(let score, let evidence?, by: nil) = result else { throw UnexpectedResult() }
        #expect(abs(Self.logOdds(score) - figures.logits[place]) < 0.15, "\(line.prefix(120)) \(figures.words[place])")
        let cosine = try #require(evidence.finding?.split(separator: " ").last.flatMap { Double($0) })
        #expect(abs(cosine - figures.cosines[place]) < 0.012, "\(line.prefix(120)) \(figures.words[place])")
      }
    }
  }

  /// Every form that asks for meaning is answered by its prompt; the evidence quotes it.
  @Test func answersEveryForm() async throws {
    let folder = try ImageClassifierFolder()
    let classifier = try ImageClassifier(files: folder.files)
    let kinds: [Feature.Kind] = [
      .concept("a dog in a park"), .fuzzy("a dog in a park"), .question("is there a dog in a park?"),
      .context(subject: "a dog", relation: "IN", object: "a park"), .sentiment("red"), .exact("dog"),
    ]
    let results = try await score("wide", kinds, with: classifier)
    let same = try results[..<4].map(value)
    #expect(Set(same).count == 1)
    #expect(try value(results[4]) != same[0])
    #expect(try error(results[5]).code == .unsupported)
    guard case .scored(_, let evidence?, _) = results[4] else { throw UnexpectedResult() }
    #expect(evidence.finding?.hasPrefix("\u{201C}a photo with red mood\u{201D}, cosine ") == true)
    #expect(classifier.cost(of: .exact("a")) == nil && classifier.cost(of: .question("a")) == .embedded)
  }

  /// What is asked alone scores as it does among others.
  @Test func companyChangesNothing() async throws {
    let folder = try ImageClassifierFolder()
    let classifier = try ImageClassifier(files: folder.files)
    let kinds = (0..<150).map { Feature.Kind.concept("dog number \($0)") }
    let signals = try await classifier.prepare(features(kinds))
    let content = Content.image(try image("tall"))
    let all = try await signals.score(content).map(value)
    let some = try await (#require(signals as? any SelectiveSignals)).score(content, only: [3, 149]).map(value)
    #expect(some == [all[3], all[149]] && Set(all).count > 20)
  }

  /// An image is decoded once for the classifier and the reader of the writing, and its vector is made once.
  @Test func imagesAreDecodedOnce() async throws {
    let session = GatedImages()
    session.open()
    let pool = ImagePool(sessions: [session])
    let configuration = try ImageClassifierConfiguration(Data(ImageClassifierFolder.configuration.utf8))
    let signals = PromptedSignals(
      signals: [.init(prompt: "x", vector: [1, 0])], neutral: [[0, 1]], configuration: configuration, pool: pool)
    let seen = try await pool.look(at: GatedImages.image("a", pictures: 2), for: [.writing, .likeness])
    #expect(seen.findings.count == 2)
    for _ in 0..<2 {
      // Of the two pictures the one that shows it best: 2 times the scale, where the other has 1 times.
      let result = try await signals.score(.image(GatedImages.image("a", pictures: 2)))
      #expect(try value(result.first) == 1 / (1 + exp(-18)))
    }
    #expect(
      session.tasks == [.decode("a"), .look(.writing), .look(.writing), .look(.likeness), .look(.likeness)])
  }

  /// The version tells any of the four files from another; reports have the name that the configuration gives.
  @Test func versionNamesTheFiles() throws {
    let folder = try ImageClassifierFolder()
    var seen: Set<String> = []
    func see() throws -> Bool {
      let classifier = try ImageClassifier(files: folder.files)
      #expect(classifier.name == "image-classifier/tiny" && classifier.version.hasPrefix("\(classifier.name)-"))
      return seen.insert(classifier.version).inserted
    }
    #expect(try see())
    #expect(try !see())
    for file in [folder.files.tokenizer, folder.files.configuration] {
      try (Data(contentsOf: file) + Data("\n".utf8)).write(to: file)
      #expect(try see())
    }
    try Fixture.data(of: "image-classifier/text-maskless.onnx").write(to: folder.files.texts)
    #expect(try see())
    try Fixture.data(of: "image-classifier/image-brittle.onnx").write(to: folder.files.images)
    #expect(try see())
  }

  /// Files that are missing are named, all at once.
  @Test func namesWhatIsMissing() {
    let files = ImageClassifierFiles(folder: URL(filePath: "/nowhere/pair", directoryHint: .isDirectory))
    let error = #expect(throws: EmbeddedModelError.self) { try ImageClassifier(files: files) }
    let parts = ["/nowhere/pair", "image.onnx", "text.onnx", "tokenizer.json", "image-classifier.json"]
    #expect(error?.code == .notInstalled && parts.allSatisfy { error?.message.contains($0) == true })
  }

  /// Models that take or give something else than the configuration says, or do not belong together, are found out at the
  /// start, with which and why.
  @Test(
    arguments: [
      ("image", "text-wide", "", "", "text.onnx", "7 numbers, those of images have 6"),
      ("image", "text-hidden", "", "", "text.onnx", "shape"),
      ("image", "text-zero", "", "", "text.onnx", "zero"), ("image", "text-infinite", "", "", "text.onnx", "no number"),
      ("image-hidden", "text", "", "", "image.onnx", "shape"),
      ("image-extra", "text", "", "", "image.onnx", "inputs besides"),
      ("text", "text", "", "", "image.onnx", "no input `pixel_values`"),
      ("image", "image", "", "", "text.onnx", "no input `input_ids`"),
      ("image", "text", #""size": 16"#, #""size": 32"#, "image.onnx", ""),
      ("image", "text", #""size": 16"#, #""size": 16, "output": "none""#, "image.onnx", ""),
      ("image", "text", #""size": 16"#, #""size": 16, "input": "pixels""#, "image.onnx", "no input `pixels`"),
    ] as [(String, String, String, String, String, String)])
  func refusesModelsThatDoNotFit(
    image: String, text: String, part: String, other: String, file: String, reason: String
  ) throws {
    var configuration = ImageClassifierFolder.configuration
    if !part.isEmpty { configuration = configuration.replacing(part, with: other) }
    let folder = try ImageClassifierFolder(image: image, text: text, configuration: configuration)
    let error = #expect(throws: EmbeddedModelError.self) { try ImageClassifier(files: folder.files) }
    let message = error?.message ?? ""
    #expect(error?.code == .unusable && message.contains(file) && message.contains("cannot be used"), "\(message)")
    #expect((reason.isEmpty || message.contains(reason)) && !message.contains("\n"), "\(message)")
  }

  /// A tokenizer of another kind is refused, and a folder that is a classifier's of texts.
  @Test func refusesOtherTokenizers() throws {
    let folder = try ImageClassifierFolder(tokenizer: Data(#"{"model": {"type": "Unigram", "vocab": []}}"#.utf8))
    let error = #expect(throws: EmbeddedModelError.self) { try ImageClassifier(files: folder.files) }
    #expect(error?.code == .unusable && error?.message.contains("`Unigram`") == true)
  }

  /// Which of several outputs is the vector is for the configuration to say.
  @Test func readsTheOutputThatIsNamed() async throws {
    let named = ImageClassifierFolder.configuration
      .replacing(#""size": 16"#, with: #""size": 16, "output": "image_embeds""#)
      .replacing(#""maximumTokens": 24"#, with: #""maximumTokens": 24, "output": "text_embeds""#)
    let folder = try ImageClassifierFolder(image: "image-hidden", text: "text-hidden", configuration: named)
    let found = try await score("tall", [.concept("dogs")], with: ImageClassifier(files: folder.files)).map(value)
    let plain = try ImageClassifierFolder()
    #expect(try await found == score("tall", [.concept("dogs")], with: ImageClassifier(files: plain.files)).map(value))
  }

  /// A model that gives no number for an image fails that image, and scores others; what failed says so without a path.
  @Test func tellsWhatIsNoNumber() async throws {
    let configuration = ImageClassifierFolder.configuration.replacing("[0.5, 0.4, 0.3]", with: "[0, 0, 0]")
    let folder = try ImageClassifierFolder(image: "image-brittle", configuration: configuration)
    let classifier = try ImageClassifier(files: folder.files)
    let error = try await error(score("black", [.concept("dogs")], with: classifier).first)
    #expect(error.code == .inferenceFailed && !error.message.contains("/"))
    #expect(try await value(score("wide", [.concept("dogs")], with: classifier).first) > 0)
  }

  /// A broken image fails with its reason, a text is not its to score, and stopping ends what is asked from then on.
  @Test func knowsItsLimits() async throws {
    let folder = try ImageClassifierFolder()
    let classifier = try ImageClassifier(files: folder.files)
    let signals = try await classifier.prepare(features([.concept("dogs")]))
    var broken = try image("wide")
    broken.bytes.removeLast(40)
    broken.hash = "broken"
    #expect(try await error(signals.score(.image(broken)).first).message.contains("cannot be decoded"))
    #expect(try await error(signals.score(TextContent(hash: "a", text: "dogs")).first).code == .unsupported)
    classifier.stop()
    #expect(try await error(signals.score(.image(image("tall"))).first).code == .modelUnavailable)
    let late = await #expect(throws: ScoringError.self) { try await classifier.prepare(features([.concept("cats")])) }
    #expect(late?.code == .modelUnavailable)
  }
}
