import ContentIntake
import Foundation
import Testing

@testable import EmbeddedModels

@Suite struct ThingKnowledgeTests {
  private struct Resolution: Decodable {
    enum Answer: Decodable {
      case nudity
      case concepts([String])

      init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        self = try value.decode(as: String.self).map { _ in .nudity } ?? .concepts(value.decode([String].self))
      }
    }

    var signal: String
    var phrase: String
    var parts: [String]
    /// Nil where nothing can be told.
    var answer: Answer?
  }

  private static func resolutions() throws -> [Resolution] {
    try Fixture.lines(of: "images/resolutions.jsonl").map {
      try JSONDecoder().decode(Resolution.self, from: Data($0.utf8))
    }
  }

  /// Signals are cut down to their words as the recipe does it.
  @Test func readsSignalsAsTheRecipe() throws {
    let rule = try InstalledModels.knowledge().rule.phrase
    let resolutions = try Self.resolutions()
    #expect(resolutions.count == 422)
    for each in resolutions {
      let phrase = SignalPhrase(each.signal, rule)
      #expect(phrase.text == each.phrase, "\(each.signal)")
      #expect(phrase.alternatives(rule).map(\.text) == each.parts, "\(each.signal)")
    }
  }

  /// And come down to the same things.
  @Test func resolvesAsTheRecipe() async throws {
    let knowledge = try InstalledModels.knowledge()
    let resolutions = try Self.resolutions()
    let things = try await knowledge.resolve(resolutions.map(\.signal), InstalledModels.scorer().phrases.encode)
    #expect(things.count == resolutions.count)
    for (thing, expected) in zip(things, resolutions) {
      let answer: SeenThing? =
        switch expected.answer {
        case nil: nil
        case .nudity: .nudity
        case .concepts(let names):
          .named(NamedThing(knowledge.names.concepts.filter { names.contains($0.name) }))
        }
      #expect(thing == answer, "\(expected.signal)")
    }
  }

  /// The rule was made for the text encoder that is installed with it.
  @Test func ruleIsOfTheEncoder() throws {
    struct Rule: Decodable { var encoder: String }
    let rule = try JSONDecoder().decode(Rule.self, from: Data(contentsOf: ModelFiles.default.thingRule))
    let encoder = try Data(contentsOf: ModelFiles.default.encoder)
    #expect(ContentHash.prefix + rule.encoder == encoder.withUnsafeBytes { ContentHash.hash(of: $0) })
  }

  /// A file of vectors that has too few, or of another length, is refused.
  @Test(arguments: [(9, 384), (10, 383), (0, 384)]) func refusesOtherVectors(count: Int, width: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "vectors-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(count: 10 * 388).write(to: file)
    let error = #expect(throws: EmbeddedModelError.self) { try PhraseVectors(file, count: count, width: width) }
    #expect(error?.code == .unusable)
    #expect(try PhraseVectors(file, count: 10, width: 384).cosines(with: Array(repeating: 1, count: 384)).count == 10)
  }
}

extension SingleValueDecodingContainer {
  fileprivate func decode<Value: Decodable>(as type: Value.Type) throws -> Value? { try? decode(type) }
}
