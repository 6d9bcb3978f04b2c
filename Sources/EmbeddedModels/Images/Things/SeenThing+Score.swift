/// How far an image shows a thing, and what led to that.
struct Sight: Sendable, Equatable {
  struct Found: Sendable, Equatable {
    var name: String
    /// What a model said, before it is weighed.
    var value: Double
  }

  /// 0...1
  var score: Double
  /// The strongest first.
  var found: [Found]
}

extension SeenThing {
  /// How far the picture that shows it best does.
  ///
  /// - Parameter image: with all aspects of the thing.
  /// - Returns: nil where an aspect is missing.
  func sight(in image: SeenImage, _ knowledge: ThingKnowledge) -> Sight? {
    let findings = aspects.map { image.findings[$0] ?? [] }
    // A moving image has several pictures, and each aspect says something of all of them.
    guard let count = findings.map(\.count).min(), count > 0 else { return nil }
    return (0..<count).map { picture in
      sight({ image.findings[$0]?[picture].scores ?? [] }, knowledge)
    }.max { $0.score < $1.score }
  }

  private func sight(_ scores: (ImageAspect) -> [Float], _ knowledge: ThingKnowledge) -> Sight {
    let calibration = knowledge.rule.calibration
    switch self {
    case .nudity:
      let value = Double(scores(.nudity).first ?? 0)
      return Sight(
        score: calibration.nudity.probability(ofFigure: value), found: [Sight.Found(name: "nudity", value: value)])
    case .named(let thing):
      let classes = thing.found(thing.classes, in: scores(.classes), knowledge.names.classifier)
      let objects = thing.found(thing.objects, in: scores(.objects), knowledge.names.detector)
      // The classifier's things exclude each other, the detector's do not.
      let named = min(classes.reduce(0) { $0 + $1.weighted }, 1)
      let boxed = objects.map(\.weighted).max() ?? 0
      let all = (classes + objects).sorted { $0.weighted > $1.weighted }
      return Sight(
        score: calibration.things.probability(ofFigure: 1 - (1 - named) * (1 - boxed)), found: all.map(\.found))
    }
  }
}

extension NamedThing {
  fileprivate func found(
    _ cases: [ThingNames.Case], in scores: [Float], _ things: [ThingNames.Thing]
  ) -> [(found: Sight.Found, weighted: Double)] {
    // INVARIANT: a case's number is that of a thing, and the session hands on a score for each thing.
    cases.map { each in
      let value = Double(scores[each.number])
      return (Sight.Found(name: things[each.number].names[0], value: value), each.weight * value)
    }
  }
}
