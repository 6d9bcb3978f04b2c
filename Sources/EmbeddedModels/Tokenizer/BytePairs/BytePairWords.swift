internal import Foundation

/// A text's words as CLIP takes them, in small letters, each as its UTF-8: runs of letters, single digits, English
/// endings with their apostrophe, and runs of whatever else is no white space.
struct BytePairWords: Sequence, IteratorProtocol {
  private enum Kind {
    case letter, number, space, other
  }

  private static let endings: [[Unicode.Scalar]] = ["s", "t", "re", "ve", "m", "ll", "d"].map {
    Array($0.unicodeScalars)
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) {
    // Decomposed first: what is half composed already, as Hangul may be, is else left as it is.
    let composed = text.decomposedStringWithCanonicalMapping.precomposedStringWithCanonicalMapping
    scalars = composed.unicodeScalars.flatMap {
      // Letter by letter: what stands around one is not looked at.
      Array($0.properties.lowercaseMapping.unicodeScalars)
    }
  }

  mutating func next() -> [UInt8]? {
    while place < scalars.count, Self.kind(of: scalars[place]) == .space { place += 1 }
    guard place < scalars.count else { return nil }
    let start = place
    place = end(of: start)
    return scalars[start..<place].flatMap { Array($0.utf8) }
  }

  private func end(of start: Int) -> Int {
    switch Self.kind(of: scalars[start]) {
    case .number, .space: return start + 1
    case .letter: return endOfRun(of: .letter, from: start)
    case .other:
      if scalars[start] == "'", let ending = Self.endings.first(where: { scalars[(start + 1)...].starts(with: $0) }) {
        return start + 1 + ending.count
      }
      return endOfRun(of: .other, from: start)
    }
  }

  private func endOfRun(of kind: Kind, from start: Int) -> Int {
    scalars[start...].firstIndex { Self.kind(of: $0) != kind } ?? scalars.count
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    if scalar.properties.isWhitespace { return .space }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .letter
    case .decimalNumber, .letterNumber, .otherNumber: .number
    default: .other
    }
  }
}
