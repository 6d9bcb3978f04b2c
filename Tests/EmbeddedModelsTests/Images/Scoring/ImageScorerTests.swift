import Foundation
import PolicyEvaluation
import SignalScoring
import Testing

@testable import EmbeddedModels

@Suite struct ImageScorerTests {
  private func score(_ picture: String, _ kinds: [Feature.Kind], only: [Int]? = nil) async throws -> [SignalResult] {
    let features = kinds.enumerated().map {
      Feature(index: $0, kind: $1, expression: $1.canonicalSource, ranges: [])
    }
    let signals = try await InstalledModels.sight().prepare(features)
    let content = Content.image(try ImageFixture.content(picture))
    guard let only else { return try await signals.score(content) }
    return try await (#require(signals as? any SelectiveSignals)).score(content, only: only)
  }

  private func value(_ result: SignalResult?) throws -> Double {
    guard case .scored(let value, _, _) = result else { throw UnexpectedResult() }
    return value
  }

  private func error(_ result: SignalResult?) throws -> ScoringError {
    guard case .failed(let error) = result else { throw UnexpectedResult() }
    return error
  }

  private struct UnexpectedResult: Error {}

  /// Signals score as the recipe has it, whether the classifier, the detector or both know of them; nudity too.
  @Test func scoresAsTheRecipe() async throws {
    for fixture in try ImageFixture.all() {
      let signals = fixture.signals.sorted { $0.key < $1.key }
      let results = try await score(fixture.picture, signals.map { .concept($0.key) } + [.concept("nudity")])
      for (result, expected) in zip(results, signals.map(\.value) + [fixture.nudityScore]) {
        #expect(try abs(value(result) - expected) < 0.02, "\(fixture.picture)")
      }
    }
  }

  /// Every form that asks whether something is to be seen tells the clock from what is none.
  @Test(
    arguments: [
      .concept("a picture of a clock"), .fuzzy("clock"), .question("is there a clock in the picture"),
      .context(subject: "clocks", relation: "WITH", object: "analog clock"),
    ] as [Feature.Kind])
  func tellsImagesApart(kind: Feature.Kind) async throws {
    let scores = try await (value(score("clock", [kind]).first), value(score("balls", [kind]).first))
    #expect(scores.0 >= 0.5 && scores.1 < 0.5)
  }

  /// Two things together are shown as far as the less visible one.
  @Test func togetherIsTheLeast() async throws {
    let kinds: [Feature.Kind] = [
      .context(subject: "clock", relation: "WITH", object: "dogs"), .concept("clock"), .concept("dogs"),
    ]
    let values = try await score("clock", kinds).map(value)
    #expect(values[0] == min(values[1], values[2]) && values[1] > values[2])
  }

  /// The evidence names what was seen.
  @Test func evidenceNamesThings() async throws {
    let result = try await score("clock", [.concept("clocks")])[0]
    guard case .scored(_, let evidence?, by: nil) = result else { throw UnexpectedResult() }
    #expect(evidence.finding?.contains("analog clock 0.") == true && evidence.spans.isEmpty, "\(evidence)")
  }

  /// What cannot be judged fails and says what would judge it, naming the signal; what stands beside it is scored.
  @Test func tellsWhatItCannotJudge() async throws {
    let kinds: [Feature.Kind] = [
      .concept("threats of violence"), .question("is somebody being threatened"), .sentiment("angry"),
      .context(subject: "clock", relation: "ON", object: "table"),
      .context(subject: "clock", relation: "WITH", object: "justice"), .concept("clocks"), .exact("clock"),
    ]
    let results = try await score("clock", kinds)
    for position in [0, 1, 2, 3, 4, 6] {
      let error = try error(results[position])
      #expect(error.code == .unsupported && error.message.contains(kinds[position].canonicalSource))
      #expect(error.message.contains("--remote-vision"))
    }
    #expect(try value(results[5]) > 0.5)
  }

  /// Positions asked for by themselves score as they do among all, in the order asked.
  @Test func scoresSomePositions() async throws {
    let kinds: [Feature.Kind] = [.concept("dogs"), .concept("nonsense and peace"), .concept("clocks")]
    let some = try await score("clock", kinds, only: [1, 2])
    #expect(try error(some[0]).code == .unsupported)
    #expect(try await value(some[1]) == value(score("clock", kinds)[2]))
  }

  /// Only those models run that a signal needs.
  @Test func looksOnlyForWhatIsAsked() async throws {
    let session = GatedImages()
    session.open()
    let knowledge = try InstalledModels.knowledge()
    let tench = NamedThing(knowledge.names.concepts.filter { $0.name == "tench" })
    #expect(SeenThing.named(tench).aspects == [.classes])
    let signals = ImageSignals(
      signals: [.success([.nudity]), .success([.named(tench)])], knowledge: knowledge,
      pool: ImagePool(sessions: [session]))
    _ = try await signals.score(.image(GatedImages.image("a")), only: [0])
    #expect(session.tasks == [.decode("a"), .look(.nudity)])
  }

  /// Of a moving image the picture counts that shows a thing best.
  @Test func takesTheBestPicture() throws {
    let knowledge = try InstalledModels.knowledge()
    var image = SeenImage()
    image.record(.success([.scores([0.1]), .scores([0.9]), .scores([0.5])]), of: .nudity)
    let sight = try #require(SeenThing.nudity.sight(in: image, knowledge))
    #expect(sight.found == [Sight.Found(name: "nudity", value: Double(Float(0.9)))])
  }

  /// A broken image, a full queue and a model that fails: each fails the signal with a reason for the policy's author.
  @Test(arguments: [
    (EmbeddedModelError(.undecodable, "it ends early"), ScoringError.Code.inferenceFailed),
    (EmbeddedModelError(.overloaded, "no"), .overloaded), (EmbeddedModelError(.unusable, "/path"), .modelUnavailable),
  ])
  func tellsFailures(failure: EmbeddedModelError, code: ScoringError.Code) async throws {
    let session = GatedImages(failures: [.nudity: failure])
    session.open()
    let signals = try ImageSignals(
      signals: [.success([.nudity])], knowledge: InstalledModels.knowledge(), pool: ImagePool(sessions: [session]))
    let error = try await error(signals.score(.image(GatedImages.image("a"))).first)
    #expect(error.code == code && !error.message.contains("/path"))
  }

  /// A cancelled caller gets a cancellation, not a score and not a failure.
  @Test func cancellationIsThrown() async throws {
    let signals = try await InstalledModels.sight().prepare(
      [Feature(index: 0, kind: .concept("dogs"), expression: "", ranges: [])])
    var image = try ImageFixture.content("balls")
    image.hash = "never seen"
    let task = Task { [image] in
      withUnsafeCurrentTask { $0?.cancel() }
      return try await signals.score(.image(image))
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// Texts are not its to score, and exact matches neither; all else costs milliseconds.
  @Test func knowsItsKinds() async throws {
    let scorer = try InstalledModels.sight()
    #expect(scorer.cost(of: .exact("a")) == nil && scorer.cost(of: .sentiment("a")) == .embedded)
    #expect(scorer.version.hasPrefix("gavel-image/1-") && scorer.version.count == "gavel-image/1-".count + 16)
    let signals = try await scorer.prepare([Feature(index: 0, kind: .concept("dogs"), expression: "", ranges: [])])
    #expect(try await error(signals.score(TextContent(hash: "a", text: "dogs")).first).code == .unsupported)
  }

  /// Without the files nothing is prepared, and the reason names no folder.
  @Test func tellsWhatIsNotInstalled() async throws {
    let files = ModelFiles(folder: URL(filePath: "/nowhere/models", directoryHint: .isDirectory))
    let scorer = ImageScorer(files: files, pool: ImagePool(files: files)) { () throws(EmbeddedModelError) in
      throw EmbeddedModelError(.notInstalled, "never asked")
    }
    #expect(scorer.version == "gavel-image/1-unusable")
    let error = await #expect(throws: ScoringError.self) {
      try await scorer.prepare([Feature(index: 0, kind: .concept("dogs"), expression: "", ranges: [])])
    }
    #expect(error?.code == .modelUnavailable && error?.message.contains("/") == false)
  }
}
