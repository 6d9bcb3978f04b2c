internal import Foundation

/// How profane a text is by its words alone: a linear classifier over a list of weighted words.
///
/// It knows words, not meanings; a scorer asks it only about signals that profanity is a sign of.
struct ProfanityPrior: Sendable {
  private struct Word: Sendable {
    var rarity: Double
    var weight: Double
  }

  /// Beyond these log odds it is as sure as it should be.
  private static let bounds = -6.0...6.0

  private let intercept: Double
  private let words: [Word]
  private let places: [String: Int]
  /// In UTF-8 bytes: a longer word of a text is not looked up.
  private let longestWord: Int

  /// - Parameter file: lines of a word, its inverse document frequency and its weight, parted by tabs; the line
  ///   `# intercept` has the intercept, others that begin with `#` are comments.
  init(file: URL) throws(EmbeddedModelError) {
    let contents = String(decoding: try ModelFiles.contents(of: file), as: UTF8.self)
    guard let prior = ProfanityPrior(contents) else {
      throw EmbeddedModelError(.unusable, "\(file.path) is not a list of weighted words")
    }
    self = prior
  }

  init?(_ contents: String) {
    var intercept: Double?
    var words: [Word] = []
    var places: [String: Int] = [:]
    for line in contents.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("#") {
        if columns.count == 2, columns[0] == "# intercept" { intercept = Double(columns[1]) }
        continue
      }
      guard columns.count == 3, let rarity = Double(columns[1]), let weight = Double(columns[2]) else { return nil }
      places[String(columns[0])] = words.count
      words.append(Word(rarity: rarity, weight: weight))
    }
    guard let intercept, !words.isEmpty else { return nil }
    self.intercept = intercept
    self.words = words
    self.places = places
    longestWord = places.keys.reduce(0) { max($0, $1.utf8.count) }
  }

  /// The log odds that a text is profane.
  func logit(of text: String) -> Double {
    var counts: [Int: Int] = [:]
    // Sums are taken in the order in which words first come up: the same text has the same score every time.
    var order: [Int] = []
    WordRuns.forEach(in: text) { bytes in
      guard bytes.count <= longestWord, let place = places[String(decoding: bytes, as: UTF8.self)] else { return }
      if counts.updateValue(counts[place, default: 0] + 1, forKey: place) == nil { order.append(place) }
    }
    var sum = 0.0
    var squares = 0.0
    for place in order {
      let value = Double(counts[place, default: 0]) * words[place].rarity
      sum += value * words[place].weight
      squares += value * value
    }
    let logit = squares > 0 ? intercept + sum / squares.squareRoot() : intercept
    return min(max(logit, Self.bounds.lowerBound), Self.bounds.upperBound)
  }
}
