internal import Foundation

/// What the classifier's and the detector's things are called, and which concepts they are cases of: `names.json`.
struct ThingNames: Sendable, Decodable {
  static let classCount = 1000
  static let objectCount = 80

  struct Thing: Sendable, Decodable {
    /// The first one is what it is called in reports.
    var names: [String]
  }

  /// A case of a concept, and how far it is one: 1 for wholly.
  struct Case: Sendable, Decodable, Equatable {
    var number: Int
    var weight: Double

    init(number: Int, weight: Double) {
      self.number = number
      self.weight = weight
    }

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      number = try values.decode(Int.self)
      weight = try values.decode(Double.self)
    }
  }

  struct Concept: Sendable, Decodable {
    var name: String
    /// Phrases that mean it.
    var wordings: [String]
    var classifier: [Case]
    var detector: [Case]
  }

  var classifier: [Thing]
  var detector: [Thing]
  var concepts: [Concept]

  /// - Throws: where the file is missing, or says what cannot be.
  static func load(_ file: URL) throws(EmbeddedModelError) -> ThingNames {
    guard let names = try? JSONDecoder().decode(ThingNames.self, from: ModelFiles.contents(of: file)), names.isSound
    else { throw EmbeddedModelError(.unusable, "\(file.path) does not name the things of these models") }
    return names
  }

  private var isSound: Bool {
    func areCases(_ cases: [Case], of things: [Thing]) -> Bool {
      cases.allSatisfy { things.indices.contains($0.number) && (0...1).contains($0.weight) }
    }
    return classifier.count == Self.classCount && detector.count == Self.objectCount
      && (classifier + detector).allSatisfy { !$0.names.isEmpty }
      && concepts.allSatisfy {
        !$0.wordings.isEmpty && areCases($0.classifier, of: classifier) && areCases($0.detector, of: detector)
      }
  }
}
