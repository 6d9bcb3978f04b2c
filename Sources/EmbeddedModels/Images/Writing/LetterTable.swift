internal import Foundation

/// The characters that the model which reads lines knows, by its numbers; 0 is none.
struct LetterTable: Sendable {
  struct Reading: Sendable, Equatable {
    var text: String
    /// 0...1: the mean of its characters' probabilities.
    var certainty: Float

    /// Whether it is tried upside down too.
    var isDoubtful: Bool { certainty < 0.7 }

    /// Whether it is taken for writing: patterns of all kinds are read as a letter or two.
    var isCertain: Bool {
      switch text.count(where: { $0.isLetter || $0.isNumber }) {
      case 0, 1: false
      case 2: certainty >= 0.9
      default: certainty >= 0.6
      }
    }
  }

  private let letters: [String]

  /// - Parameter file: a character a line; the space comes after all of them.
  init(_ file: URL) throws(EmbeddedModelError) {
    guard let text = String(validating: try ModelFiles.contents(of: file), as: UTF8.self) else {
      throw EmbeddedModelError(.unusable, "\(file.path) is not UTF-8")
    }
    // A character may be any, so lines end with the line feed alone.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    letters = [""] + (lines.last == "" ? lines.dropLast() : lines[...]) + [" "]
  }

  init(letters: [String]) {
    self.letters = [""] + letters + [" "]
  }

  var count: Int { letters.count }

  /// Reads a line: of each step the most probable character, of a run of one and the same one (connectionist temporal
  /// classification, the best path).
  ///
  /// - Parameter steps: for each step along the line as many probabilities as there are characters.
  func read(_ steps: UnsafeBufferPointer<Float>) -> Reading {
    var text = ""
    var sum: Float = 0
    var read: Float = 0
    var before = 0
    for start in stride(from: 0, to: steps.count - letters.count + 1, by: letters.count) {
      var best = 0
      for letter in 1..<letters.count where steps[start + letter] > steps[start + best] { best = letter }
      if best != 0, best != before {
        text += letters[best]
        sum += steps[start + best]
        read += 1
      }
      before = best
    }
    return Reading(text: text, certainty: read > 0 ? sum / read : 0)
  }
}
