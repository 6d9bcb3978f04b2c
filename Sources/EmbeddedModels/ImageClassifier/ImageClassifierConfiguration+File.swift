internal import Foundation

extension ImageClassifierConfiguration: ConfigurationFile {
  private static let maximumPrompts = 64
  private static let maximumPromptBytes = 512

  var flaw: String? {
    if let flaw = ClassifierName.flaw(of: name) ?? image.flaw ?? text.flaw { return flaw }
    if !prompts.all.allSatisfy({ $0.utf8.count <= Self.maximumPromptBytes && $0.ranges(of: "{}").count == 1 }) {
      return "each of `prompts` must have `{}` in it once, and no more than \(Self.maximumPromptBytes) bytes"
    }
    // Neither is a sensible default: without any, a cosine of a quarter would be certainty.
    if (against == nil) == (bias == nil) {
      return "one of `against` (softmax) and `bias` (sigmoid) must be given"
    }
    if let against, !(1...Self.maximumPrompts).contains(against.count) || !against.allSatisfy(Self.isPrompt) {
      return """
        `against` must have 1 to \(Self.maximumPrompts) prompts, none empty or of more than \
        \(Self.maximumPromptBytes) bytes
        """
    }
    if let bias, !(abs(bias) <= 1e3) { return "`bias` must be -1000 to 1000" }
    if !(scale > 0 && scale <= 1e3) { return "`scale` must be above 0, and 1000 at most" }
    return calibration.flaw
  }

  private static func isPrompt(_ text: String) -> Bool { (1...maximumPromptBytes).contains(text.utf8.count) }

  /// A name of an input or output, which the runtime takes as a C string.
  fileprivate static func isPort(_ name: String) -> Bool {
    (1...256).contains(name.utf8.count) && !name.utf8.contains(0)
  }
}

extension ImageClassifierConfiguration.Sight {
  fileprivate var flaw: String? {
    if !(16...1024).contains(size) { return "`image.size` must be 16 to 1024" }
    if mean.count != 3 || !mean.allSatisfy({ abs($0) <= 1 }) {
      return "`image.mean` must be three numbers, -1 to 1: of red, green and blue, where full is 1"
    }
    if deviation.count != 3 || !deviation.allSatisfy({ (1e-3...1e3).contains($0) }) {
      return "`image.deviation` must be three numbers, 0.001 to 1000"
    }
    if !([input, output].compactMap(\.self).allSatisfy(ImageClassifierConfiguration.isPort)) {
      return "`image.input` and `image.output` must be names"
    }
    return nil
  }
}

extension ImageClassifierConfiguration.Reading {
  fileprivate var flaw: String? {
    if !(8...InferencePool.maximumLength).contains(maximumTokens) {
      return "`text.maximumTokens` must be 8 to \(InferencePool.maximumLength)"
    }
    if let padding, padding < 0 { return "`text.padding` must be the number of a token" }
    if !([input, output].compactMap(\.self).allSatisfy(ImageClassifierConfiguration.isPort)) {
      return "`text.input` and `text.output` must be names"
    }
    return nil
  }
}

extension ImageClassifierConfiguration: Decodable {
  private enum Key: String, CodingKey { case name, image, text, prompts, against, bias, scale, calibration }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    self.init(
      image: try container.decode(Sight.self, forKey: .image), scale: try container.decode(Double.self, forKey: .scale))
    name = try container.decodeIfPresent(String.self, forKey: .name) ?? name
    text = try container.decodeIfPresent(Reading.self, forKey: .text) ?? text
    prompts = try container.decodeIfPresent(ImagePrompts.self, forKey: .prompts) ?? prompts
    against = try container.decodeIfPresent([String].self, forKey: .against)
    bias = try container.decodeIfPresent(Double.self, forKey: .bias)
    calibration = try container.decodeIfPresent(StrictCalibration.self, forKey: .calibration)?.curve ?? calibration
  }
}

extension ImageClassifierConfiguration.Sight: Decodable {
  private enum Key: String, CodingKey { case size, fit, mean, deviation, input, output }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    self.init(
      size: try container.decode(Int.self, forKey: .size), mean: try container.decode([Double].self, forKey: .mean),
      deviation: try container.decode([Double].self, forKey: .deviation))
    if let fit = try container.decodeIfPresent(String.self, forKey: .fit) {
      guard let known = ImageClassifierConfiguration.Fit(rawValue: fit) else {
        throw ClassifierFlaw(text: "`image.fit` must be `crop` or `stretch`")
      }
      self.fit = known
    }
    input = try container.decodeIfPresent(String.self, forKey: .input) ?? input
    output = try container.decodeIfPresent(String.self, forKey: .output)
  }
}

extension ImageClassifierConfiguration.Reading: Decodable {
  private enum Key: String, CodingKey { case maximumTokens, padding, input, output }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(strictlyKeyedBy: Key.self)
    self.init()
    maximumTokens = try container.decodeIfPresent(Int.self, forKey: .maximumTokens) ?? maximumTokens
    padding = try container.decodeIfPresent(Int32.self, forKey: .padding)
    input = try container.decodeIfPresent(String.self, forKey: .input) ?? input
    output = try container.decodeIfPresent(String.self, forKey: .output)
  }
}

extension ImagePrompts: Decodable {
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
