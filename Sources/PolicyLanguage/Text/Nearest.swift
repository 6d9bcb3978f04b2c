/// Which of the words that would be right is near to the one that stands there.
enum Nearest {
  /// Longer words are not compared: nobody mistypes them into one another.
  private static let longest = 64

  /// The nearest candidate, where it is near enough to have been meant.
  static func match(_ word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.unicodeScalars.prefix(longest + 1))
    guard wanted.count <= longest else { return nil }
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let scalars = Array(candidate.unicodeScalars.prefix(longest + 1))
      guard scalars.count <= longest else { continue }
      let shorter = min(wanted.count, scalars.count)
      // One letter for another is no misspelling where there is but one letter.
      let limit = max(min(1, shorter - 1), shorter / 3)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, scalars)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.
  static func distance(_ a: [UnicodeScalar], _ b: [UnicodeScalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
