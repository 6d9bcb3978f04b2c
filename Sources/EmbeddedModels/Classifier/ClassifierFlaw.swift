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
