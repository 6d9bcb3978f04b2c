/// Finds the words that one with hidden letters may stand for, by its first and last letter and its length: "f**k".
struct MaskIndex: Sendable {
  struct Word {
    var letters: [UInt32]
  }

  /// What stands for a hidden letter; no letter has this number.
  static let mask: UInt32 = .max

  private struct Key: Hashable {
    var first: UInt32
    var last: UInt32
    var length: Int
  }

  private var words: [Key: [Int]] = [:]
  private let letters: [[UInt32]]

  init(_ words: [Word]) {
    letters = words.map(\.letters)
    for (number, word) in words.enumerated() where word.letters.count >= 3 {
      self.words[Self.key(word.letters), default: []].append(number)
    }
  }

  /// Adds the numbers of the words that are the same but for hidden letters.
  func find(_ masked: [UInt32], _ found: inout [Int]) {
    guard masked.count >= 3, masked.first != Self.mask, masked.last != Self.mask else { return }
    for word in words[Self.key(masked)] ?? [] {
      let isSame = zip(letters[word], masked).allSatisfy { $0 == $1 || $1 == Self.mask }
      if isSame { found.append(word) }
    }
  }

  private static func key(_ letters: [UInt32]) -> Key {
    Key(first: letters.first ?? 0, last: letters.last ?? 0, length: letters.count)
  }
}
