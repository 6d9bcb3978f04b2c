import Testing

@testable import EmbeddedModels

@Suite struct ImageEvidenceTests {
  private func sight(_ found: (String, Double)...) -> Sight {
    Sight(score: 0.5, found: found.map { Sight.Found(name: $0.0, value: $0.1) })
  }

  /// The strongest things are named, three at most, each once, and none that would be written as nothing.
  @Test func namesTheStrongest() {
    let seen = sight(("golden retriever", 0.831), ("dog", 0.71), ("dog", 0.6), ("beagle", 0.2), ("pug", 0.1))
    #expect(ImageEvidence.of([seen]) == "golden retriever 0.83, dog 0.71, beagle 0.20")
    #expect(ImageEvidence.of([sight(("dog", 0.006), ("cat", 0.004))]) == "dog 0.01")
    #expect(ImageEvidence.of([sight(("dog", 0.004))]) == nil)
  }

  /// Of two things that have both to be there, both are named first.
  @Test func namesBothSides() {
    let dogs = sight(("beagle", 0.9), ("pug", 0.8), ("dog", 0.7))
    #expect(ImageEvidence.of([dogs, sight(("frisbee", 0.1))]) == "beagle 0.90, frisbee 0.10, pug 0.80")
  }
}
