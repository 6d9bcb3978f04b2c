/// What a signal comes down to that models can look for.
enum SeenThing: Sendable, Equatable {
  case nudity
  case named(NamedThing)

  var aspects: Set<ImageAspect> {
    switch self {
    case .nudity: [.nudity]
    case .named(let thing):
      Set(([(ImageAspect.classes, thing.classes), (.objects, thing.objects)]).filter { !$0.1.isEmpty }.map(\.0))
    }
  }
}

/// Classes and objects that show one thing, each once and by its number.
struct NamedThing: Sendable, Equatable {
  var classes: [ThingNames.Case]
  var objects: [ThingNames.Case]

  /// What is a case of several concepts counts as of the one that it is most of all.
  init(_ concepts: [ThingNames.Concept]) {
    classes = Self.greatest(concepts.flatMap(\.classifier))
    objects = Self.greatest(concepts.flatMap(\.detector))
  }

  private static func greatest(_ cases: [ThingNames.Case]) -> [ThingNames.Case] {
    Dictionary(cases.map { ($0.number, $0.weight) }, uniquingKeysWith: max)
      .map { ThingNames.Case(number: $0, weight: $1) }.sorted { $0.number < $1.number }
  }
}
