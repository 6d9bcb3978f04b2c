internal import Foundation

extension ClassifierConfiguration {
  /// A file of more bytes is something else.
  private static let maximumBytes = 1 << 16

  /// - Throws: where the file is missing, or says what cannot be.
  static func load(_ file: URL) throws(EmbeddedModelError) -> ClassifierConfiguration {
    let data = try ModelFiles.contents(of: file)
    guard data.count <= maximumBytes else {
      throw EmbeddedModelError(.unusable, "\(file.path) is too long for a classifier's configuration")
    }
    do throws(ClassifierFlaw) {
      return try ClassifierConfiguration(data)
    } catch {
      throw EmbeddedModelError(.unusable, "\(file.path) cannot be followed: \(error.text)")
    }
  }

  init(_ data: Data) throws(ClassifierFlaw) {
    do {
      self = try JSONDecoder().decode(Self.self, from: data)
    } catch {
      throw ClassifierFlaw(error)
    }
    if let flaw { throw ClassifierFlaw(text: flaw) }
  }

  /// What of it cannot be; nil where all can.
  private var flaw: String? {
    let logits = [entailment] + (against ?? [])
    if name.isEmpty || name.utf8.count > 64 || !name.utf8.allSatisfy(Self.isPlain) {
      return "`name` must be 1 to 64 letters, digits, dots, underscores and hyphens"
    }
    if !(0..<64).contains(entailment) { return "`entailment` must be the number of a logit, from 0" }
    if against?.isEmpty == true { return "`against` must name a logit, or be left out" }
    if !logits.allSatisfy((0..<64).contains) || Set(logits).count != logits.count {
      return "`against` must name other logits than `entailment`, each once"
    }
    if !(32...InferencePool.maximumLength).contains(maximumTokens) {
      return "`maximumTokens` must be 32 to \(InferencePool.maximumLength)"
    }
    // A slope of zero would give all texts one score, a negative one turn them round.
    if !(calibration.slope > 0 && calibration.slope <= 1e3 && abs(calibration.offset) <= 1e3) {
      return "`calibration` must have a slope above 0, and neither number above 1000"
    }
    let templates = [hypotheses.concept, hypotheses.question, hypotheses.sentiment, hypotheses.context]
    if !templates.allSatisfy({ $0.utf8.count <= 512 && $0.ranges(of: "{}").count == 1 }) {
      return "each of `hypotheses` must have `{}` in it once, and no more than 512 bytes"
    }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default:
      false
    }
  }
}

/// Why a configuration cannot be followed: lower case, no final period.
struct ClassifierFlaw: Error, Equatable {
  var text: String
}

extension ClassifierFlaw {
  init(_ error: any Error) {
    func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
    text =
      switch error {
      case let flaw as ClassifierFlaw: flaw.text
      case DecodingError.keyNotFound(let key, let context): "`\(path(context.codingPath + [key]))` is missing"
      case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty,
        DecodingError.valueNotFound(_, let context) where !context.codingPath.isEmpty,
        DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
        "`\(path(context.codingPath))` has a value of another kind"
      // Foundation does not say which number it was.
      default: "it is not a JSON object, or a number in it does not fit"
      }
  }
}

extension ClassifierConfiguration: Decodable {
  private enum Key: String, CodingKey { case name, entailment, against, hypotheses, maximumTokens, calibration }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    self.init(entailment: try container.decode(Int.self, forKey: .entailment))
    name = try container.decodeIfPresent(String.self, forKey: .name) ?? name
    against = try container.decodeIfPresent([Int].self, forKey: .against)
    hypotheses = try container.decodeIfPresent(Hypotheses.self, forKey: .hypotheses) ?? hypotheses
    maximumTokens = try container.decodeIfPresent(Int.self, forKey: .maximumTokens) ?? maximumTokens
    calibration = try container.decodeIfPresent(StrictCalibration.self, forKey: .calibration)?.curve ?? calibration
  }

  /// A curve whose numbers may be left out, and that has no others.
  private struct StrictCalibration: Decodable {
    var curve: ScoringRecipe.Calibration

    private enum Key: String, CodingKey { case slope, offset }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(strictlyKeyedBy: Key.self)
      curve = ScoringRecipe.Calibration(
        slope: try container.decodeIfPresent(Double.self, forKey: .slope) ?? 1,
        offset: try container.decodeIfPresent(Double.self, forKey: .offset) ?? 0)
    }
  }
}

extension ClassifierConfiguration.Hypotheses: Decodable {
  private enum Key: String, CodingKey { case concept, question, sentiment, context }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    self.init()
    concept = try container.decodeIfPresent(String.self, forKey: .concept) ?? concept
    question = try container.decodeIfPresent(String.self, forKey: .question) ?? question
    sentiment = try container.decodeIfPresent(String.self, forKey: .sentiment) ?? sentiment
    context = try container.decodeIfPresent(String.self, forKey: .context) ?? context
  }
}

private struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// - Throws: where there is a key that is none of these: a misspelt one would be ignored unseen.
  fileprivate func container<Key: CodingKey>(strictlyKeyedBy: Key.Type) throws -> KeyedDecodingContainer<Key> {
    for key in try container(keyedBy: AnyKey.self).allKeys where Key(stringValue: key.stringValue) == nil {
      let path = (codingPath + [key]).map(\.stringValue).joined(separator: ".")
      throw ClassifierFlaw(text: "`\(path)` is not known")
    }
    return try container(keyedBy: Key.self)
  }
}
