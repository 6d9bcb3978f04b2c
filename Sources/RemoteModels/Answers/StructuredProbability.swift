internal import Foundation

/// The object that is asked of a server without log-probabilities: `{"probability": 0.9}`.
struct StructuredProbability: Decodable {
  private var probability: Double

  /// - Parameter text: the message that the model wrote.
  static func probability(in text: String?) throws(RemoteModelError) -> Double {
    guard let text, let object = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)),
      object.probability >= 0, object.probability <= 1
    else {
      throw RemoteModelError(.unusableAnswer, "the remote model's answer holds no probability from 0 to 1")
    }
    return object.probability
  }

  /// The `response_format` that describes it.
  struct Format: Encodable {
    private let type = "json_schema"
    private let schema = NamedSchema()

    private enum CodingKeys: String, CodingKey {
      case type
      case schema = "json_schema"
    }
  }

  private struct NamedSchema: Encodable {
    let name = "judgement"
    let strict = true
    let schema = Schema()
  }

  private struct Schema: Encodable {
    let type = "object"
    let properties = ["probability": Property()]
    let required = ["probability"]
    let additionalProperties = false
  }

  private struct Property: Encodable {
    let type = "number"
    let minimum = 0
    let maximum = 1
  }
}
