import Foundation
import PolicyEvaluation
import Testing

@testable import EmbeddedModels

@Suite struct ImageClassifierConfigurationTests {
  private static let least = """
    {"image": {"size": 224, "mean": [0, 0, 0], "deviation": [1, 1, 1]}, "bias": -10, "scale": 100}
    """
  private static let full = """
    {"name": "clip_1.0", "scale": 117.5, "against": ["a photo", "nothing"],
     "image": {"size": 256, "fit": "stretch", "mean": [0.5, 0.25, -1], "deviation": [0.5, 0.25, 2], "input": "i", "output": "o"},
     "text": {"maximumTokens": 64, "padding": 1, "input": "t", "output": "p"},
     "prompts": {"concept": "C {}", "question": "Q {}", "sentiment": "S {}", "context": "{} X"},
     "calibration": {"slope": 0.5, "offset": -1}}
    """

  private func read(_ text: String) throws -> ImageClassifierConfiguration {
    try ImageClassifierConfiguration(Data(text.utf8))
  }

  /// What has a default may be left out.
  @Test func readsWhatIsThere() throws {
    let least = try read(Self.least)
    #expect(
      least == .init(image: .init(size: 224, mean: [0, 0, 0], deviation: [1, 1, 1]), bias: -10, scale: 100))
    #expect(least.name == "custom" && least.image.fit == .crop && least.text.maximumTokens == 77)
    let full = try read(Self.full)
    #expect(
      full.name == "clip_1.0" && full.scale == 117.5 && full.against == ["a photo", "nothing"] && full.bias == nil)
    #expect(
      full.image
        == .init(
          size: 256, fit: .stretch, mean: [0.5, 0.25, -1], deviation: [0.5, 0.25, 2], input: "i", output: "o"))
    #expect(full.text == .init(maximumTokens: 64, padding: 1, input: "t", output: "p"))
    #expect(full.prompts == .init(concept: "C {}", question: "Q {}", sentiment: "S {}", context: "{} X"))
    #expect(full.calibration == .init(slope: 0.5, offset: -1))
  }

  /// What cannot be is refused with what it is.
  @Test(
    arguments: [
      (#""scale": 100"#, #""scale": 0"#, "`scale`"), (#", "scale": 100"#, "", "`scale` is missing"),
      (#""scale": 100"#, #""scale": 1001"#, "`scale`"), (#""bias": -10, "#, "", "one of `against`"),
      (#""bias": -10"#, #""bias": 1, "against": ["a"]"#, "one of `against`"),
      (#""bias": -10"#, #""against": []"#, "`against`"),
      (#""bias": -10"#, #""against": [""]"#, "`against`"), (#""bias": -10"#, #""bias": -1001"#, "`bias`"),
      (#""size": 224"#, #""size": 15"#, "`image.size`"), (#""size": 224"#, #""size": 1025"#, "`image.size`"),
      (#""size": 224"#, #""size": 9223372036854775808"#, "a number"),
      (#""size": 224, "#, "", "`image.size` is missing"),
      (#""size": 224"#, #""size": 224, "fit": "pad""#, "`image.fit`"), (#"[0, 0, 0]"#, "[0, 0]", "`image.mean`"),
      (#"[0, 0, 0]"#, "[0, 0, 104]", "`image.mean`"), (#"[1, 1, 1]"#, "[1, 0, 1]", "`image.deviation`"),
      (#""size": 224"#, #""size": 224, "layout": 1"#, "`image.layout` is not known"),
      (#""size": 224"#, #""size": 224, "output": """#, "`image.output`"),
      (#""size": 224"#, #""size": 224, "input": "a\u0000""#, "`image.input`"),
      (#""bias""#, #""text": {"maximumTokens": 257}, "bias""#, "`text.maximumTokens`"),
      (#""bias""#, #""text": {"padding": -1}, "bias""#, "`text.padding`"),
      (#""bias""#, #""text": {"padding": 4294967296}, "bias""#, "a number"),
      (#""bias""#, #""text": {"length": 77}, "bias""#, "`text.length` is not known"),
      (#""bias""#, #""prompts": {"concept": "x"}, "bias""#, "`prompts`"),
      (#""bias""#, #""prompts": {"tone": "{}"}, "bias""#, "`prompts.tone` is not known"),
      (#""bias""#, #""name": "a/b", "bias""#, "`name`"),
      (#""bias""#, #""calibration": {"slope": -1}, "bias""#, "`calibration`"),
      (#""bias""#, #""temperature": 1, "bias""#, "`temperature` is not known"),
    ] as [(String, String, String)])
  func refusesWhatCannotBe(part: String, other: String, reason: String) {
    let changed = Self.least.replacing(part, with: other, maxReplacements: 1)
    #expect(changed != Self.least)
    let flaw = #expect(throws: ClassifierFlaw.self) { try read(changed) }
    #expect(flaw?.text.contains(reason) == true, "\(flaw?.text ?? "")")
  }

  /// Whatever a byte is replaced by, or wherever the file is cut off, it is read within the bounds or refused.
  @Test func survivesBrokenFiles() {
    let bytes = Array(Self.full.utf8)
    for place in bytes.indices {
      _ = try? ImageClassifierConfiguration(Data(bytes[..<place]))
      for byte: UInt8 in [0, 0x22, 0x2D, 0x39, 0x5B, 0x7D, 0x80, 0xFF] {
        var broken = bytes
        broken[place] = byte
        if let read = try? ImageClassifierConfiguration(Data(broken)) {
          #expect((16...1024).contains(read.image.size) && (8...256).contains(read.text.maximumTokens))
        }
      }
    }
  }

  /// Log odds are the cosine's, or the cosine's against the neutral ones' as softmax has it, however large they are.
  @Test(
    arguments: [
      (-10, 100, 0.2, [], 10), (nil, 10, 0.5, [0.3], 2), (nil, 10, 0.5, [0.5, 0.5], -0.6931472),
      (nil, 1000, 1, [-1, -1], 1999.3068528), (nil, 1000, -1, [1, -1], -2000),
    ] as [(Double?, Double, Double, [Double], Double)])
  func readsCosines(bias: Double?, scale: Double, cosine: Double, neutral: [Double], logit: Double) {
    let configuration = ImageClassifierConfiguration(
      image: .init(size: 16, mean: [0, 0, 0], deviation: [1, 1, 1]), bias: bias, scale: scale)
    #expect(abs(configuration.logit(of: cosine, against: neutral) - logit) < 1e-6)
  }

  /// Each form of signal has its prompt; a question is put as what an image shows of which the answer is yes.
  @Test(
    arguments: [
      (.concept("dogs"), "a photo of dogs"), (.fuzzy("a {} b"), "a photo of a {} b"),
      (.question("is there a dog in the picture?"), "a photo of a dog"),
      (.question("Are people fighting?"), "a photo of people fighting"),
      (.question("who is there"), "a photo of who is there"), (.question("is?"), "a photo of is"),
      (.sentiment("angry"), "a photo with angry mood"),
      (.context(subject: "dogs", relation: "IN", object: "park"), "a photo of dogs in park"), (.exact("x"), nil),
    ] as [(Feature.Kind, String?)])
  func wordsPrompts(kind: Feature.Kind, text: String?) {
    #expect(ImagePrompts().text(for: kind) == text)
  }
}
