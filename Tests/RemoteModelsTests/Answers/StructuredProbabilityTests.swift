import Testing

@testable import RemoteModels

@Suite struct StructuredProbabilityTests {
  /// A number from 0 to 1 in the object that was asked for.
  @Test(arguments: [
    (#"{"probability": 0.25}"#, 0.25), (#" {"probability":1,"reason":"x"} "#, 1), ("{\"probability\":0}", 0),
  ])
  func readsTheNumber(text: String, probability: Double) throws {
    #expect(try StructuredProbability.probability(in: text) == probability)
  }

  /// Anything else is no answer, and never a score.
  @Test(arguments: [
    nil, "", "0.5", "yes", "{}", #"{"probability":"0.5"}"#, #"{"probability":1.5}"#, #"{"probability":-0.1}"#,
    #"{"probability":null}"#, #"{"probability":1e999}"#, #"{"probability":0.5"#,
  ])
  func refusesTheRest(text: String?) {
    let error = #expect(throws: RemoteModelError.self) { try StructuredProbability.probability(in: text) }
    #expect(error?.code == .unusableAnswer)
  }
}
