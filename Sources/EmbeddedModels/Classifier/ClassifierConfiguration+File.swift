internal import Foundation

extension ClassifierConfiguration: ConfigurationFile {
  var flaw: String? {
    let logits = [entailment] + (against ?? [])
    if let flaw = ClassifierName.flaw(of: name) { return flaw }
    if !(0..<64).contains(entailment) { return "`entailment` must be the number of a logit, from 0" }
    if against?.isEmpty == true { return "`against` must name a logit, or be left out" }
    if !logits.allSatisfy((0..<64).contains) || Set(logits).count != logits.count {
      return "`against` must name other logits than `entailment`, each once"
    }
    if !(32...InferencePool.maximumLength).contains(maximumTokens) {
      return "`maximumTokens` must be 32 to \(InferencePool.maximumLength)"
    }
    if let flaw = calibration.flaw { return flaw }
    let templates = [hypotheses.concept, hypotheses.question, hypotheses.sentiment, hypotheses.context]
    if !templates.allSatisfy({ $0.utf8.count <= 512 && $0.ranges(of: "{}").count == 1 }) {
      return "each of `hypotheses` must have `{}` in it once, and no more than 512 bytes"
    }
    return nil
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
