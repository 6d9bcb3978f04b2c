internal import Foundation

/// What led to a score, in words: "golden retriever 0.83, dog 0.71".
enum ImageEvidence {
  private static let mostThings = 3
  /// What would be written as 0.00 is no evidence.
  private static let leastValue = 0.005

  /// - Parameter sights: things that have all to be shown; the strongest of each, then the others.
  /// - Returns: nil where nothing was found.
  static func of(_ sights: [Sight]) -> String? {
    let found = sights.map { sight in sight.found.filter { $0.value >= leastValue } }
    var named: [Sight.Found] = []
    let strongest = found.compactMap(\.first)
    let others = found.flatMap { $0.dropFirst() }.sorted { $0.value > $1.value }
    for thing in strongest + others where named.count < mostThings && !named.contains(where: { $0.name == thing.name })
    {
      named.append(thing)
    }
    if named.isEmpty { return nil }
    return named.map { "\($0.name) \(String(format: "%.2f", $0.value))" }.joined(separator: ", ")
  }
}
