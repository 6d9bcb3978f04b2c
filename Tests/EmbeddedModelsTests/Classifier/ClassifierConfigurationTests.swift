import Foundation
import PolicyEvaluation
import Testing

@testable import EmbeddedModels

@Suite struct ClassifierConfigurationTests {
  private static let full = """
    {"name": "mnli_1.0", "entailment": 0, "against": [2, 1], "maximumTokens": 128,
     "hypotheses": {"concept": "C {}", "question": "Q {}", "sentiment": "S {}", "context": "{} X"},
     "calibration": {"slope": 0.5, "offset": -1}}
    """

  /// All but one key have defaults.
  @Test func readsWhatIsThere() throws {
    let least = try ClassifierConfiguration(Data(#"{"entailment": 3}"#.utf8))
    #expect(least == ClassifierConfiguration(entailment: 3))
    #expect(least.name == "custom" && least.against == nil && least.maximumTokens == 256)
    #expect(least.calibration == .init(slope: 1, offset: 0))
    let full = try ClassifierConfiguration(Data(Self.full.utf8))
    #expect(full.name == "mnli_1.0" && full.entailment == 0 && full.against == [2, 1] && full.maximumTokens == 128)
    #expect(full.hypotheses == .init(concept: "C {}", question: "Q {}", sentiment: "S {}", context: "{} X"))
    #expect(full.calibration == .init(slope: 0.5, offset: -1))
  }

  /// What cannot be is refused with what it is.
  @Test(
    arguments: [
      ("", "not a JSON object"), ("[]", "not a JSON object"), ("null", "not a JSON object"),
      ("\u{0}\u{1}{", "not a JSON object"), (String(repeating: "[", count: 20_000), "not a JSON object"),
      ("{}", "`entailment` is missing"), (#"{"entailment": "0"}"#, "`entailment` has a value of another kind"),
      (#"{"entailment": 0.5}"#, "a number"), (#"{"entailment": -1}"#, "`entailment`"),
      (#"{"entailment": 64}"#, "`entailment`"), (#"{"entailment": 9223372036854775808}"#, "a number"),
      (#"{"entailment": 0, "contradiction": 2}"#, "`contradiction` is not known"),
      (#"{"entailment": 0, "against": []}"#, "`against`"), (#"{"entailment": 0, "against": [0]}"#, "`against`"),
      (#"{"entailment": 0, "against": [1, 1]}"#, "`against`"), (#"{"entailment": 0, "against": [-1]}"#, "`against`"),
      (#"{"entailment": 0, "against": 1}"#, "`against` has a value of another kind"),
      (#"{"entailment": 0, "hypotheses": {"tone": "{}"}}"#, "`hypotheses.tone` is not known"),
      (#"{"entailment": 0, "hypotheses": {"concept": "x"}}"#, "`hypotheses`"),
      (#"{"entailment": 0, "hypotheses": {"concept": "{} {}"}}"#, "`hypotheses`"),
      (#"{"entailment": 0, "hypotheses": {"concept": 1}}"#, "`hypotheses.concept` has a value of another kind"),
      (#"{"entailment": 0, "maximumTokens": 257}"#, "`maximumTokens`"),
      (#"{"entailment": 0, "maximumTokens": 31}"#, "`maximumTokens`"),
      (#"{"entailment": 0, "calibration": {"slope": 0}}"#, "`calibration`"),
      (#"{"entailment": 0, "calibration": {"offset": 1e400}}"#, "a number"),
      (#"{"entailment": 0, "calibration": {"bias": 1}}"#, "`calibration.bias` is not known"),
      (#"{"entailment": 0, "name": "a/b"}"#, "`name`"), (#"{"entailment": 0, "name": ""}"#, "`name`"),
    ] as [(String, String)])
  func refusesWhatCannotBe(text: String, reason: String) {
    let flaw = #expect(throws: ClassifierFlaw.self) { try ClassifierConfiguration(Data(text.utf8)) }
    #expect(flaw?.text.contains(reason) == true, "\(flaw?.text ?? "")")
  }

  /// Whatever a byte is replaced by, or wherever the file is cut off, it is read or refused.
  @Test func survivesBrokenFiles() {
    let bytes = Array(Self.full.utf8)
    for place in bytes.indices {
      _ = try? ClassifierConfiguration(Data(bytes[..<place]))
      for byte: UInt8 in [0, 0x22, 0x2D, 0x39, 0x5B, 0x7D, 0x80, 0xFF] {
        var broken = bytes
        broken[place] = byte
        if let read = try? ClassifierConfiguration(Data(broken)) {
          #expect((32...256).contains(read.maximumTokens) && (0..<64).contains(read.entailment))
        }
      }
    }
  }

  /// A file that is far too long is not parsed.
  @Test func refusesLongFiles() throws {
    let folder = try ClassifierFolder(configuration: #"{"entailment": 0}"# + String(repeating: " ", count: 1 << 16))
    let error = #expect(throws: EmbeddedModelError.self) {
      try ClassifierConfiguration.load(folder.files.configuration)
    }
    #expect(error?.message.contains("too long") == true)
  }

  /// The log odds are the logit's against the others', as softmax has it, or the logit itself.
  @Test(
    arguments: [
      (nil, [9, 1.5], 1.5), ([0], [-1, 1], 2), ([0, 2], [0, 3, 0], 2.3068528), ([0], [-1e30, 1e30], 2e30),
      ([2], [0, 0], nil), (nil, [0], nil), ([0], [.nan, 0], nil), (nil, [0, .infinity], nil),
      ([0], [-.infinity, 0], nil),
    ] as [([Int]?, [Float], Double?)])
  func readsLogits(against: [Int]?, output: [Float], logit: Double?) {
    let read = ClassifierConfiguration(entailment: 1, against: against).logit(of: output)
    #expect((read == nil) == (logit == nil))
    if let read, let logit { #expect(abs(read - logit) <= 1e-6 * max(1, abs(logit))) }
  }

  /// Each form of signal has its hypothesis; braces in a policy are a policy's own.
  @Test(
    arguments: [
      (.concept("dogs"), "This text contains dogs."), (.fuzzy("a {} b"), "This text contains a {} b."),
      (.question("is it"), #"The answer to "is it?" is yes."#),
      (.question("is it?"), #"The answer to "is it?" is yes."#),
      (.sentiment("angry"), "The tone of this text is angry."),
      (.context(subject: "dogs", relation: "IN", object: "park"), "This text is about dogs in park."),
      (.exact("x"), nil),
    ] as [(Feature.Kind, String?)])
  func wordsHypotheses(kind: Feature.Kind, text: String?) {
    #expect(ClassifierConfiguration.Hypotheses().text(for: kind) == text)
  }
}
