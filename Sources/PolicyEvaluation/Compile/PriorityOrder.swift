internal import PolicyLanguage

/// Which labels hold which others back: all the `PRIORITY` lines together, followed along every chain.
struct PriorityOrder: Sendable {
  /// A set of labels, as bits.
  struct LabelSet: Sendable, Hashable {
    private(set) var words: [UInt64]

    init(labelCount: Int) {
      words = Array(repeating: 0, count: (labelCount + 63) / 64)
    }

    mutating func insert(_ label: Int) { words[label / 64] |= 1 << UInt64(label % 64) }

    mutating func remove(_ label: Int) { words[label / 64] &= ~(1 << UInt64(label % 64)) }

    mutating func formUnion(_ other: LabelSet) {
      for index in words.indices { words[index] |= other.words[index] }
    }

    func isDisjoint(with other: LabelSet) -> Bool {
      for index in words.indices where words[index] & other.words[index] != 0 { return false }
      return true
    }
  }

  /// For each label, every label above it; empty where the policy has no priorities.
  private let above: [LabelSet]

  /// - Parameter names: the policy's labels. A priority that names another is passed over: the parser refuses it.
  init(_ priorities: [PrioritySyntax], names: [String]) {
    guard !priorities.isEmpty else {
      above = []
      return
    }
    let indexes = Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    var directlyAbove = [[Int]](repeating: [], count: names.count)
    for priority in priorities {
      let chain = priority.labels.map { indexes[$0.value] }
      for (upper, lower) in zip(chain, chain.dropFirst()) {
        guard let upper, let lower else { continue }
        directlyAbove[lower].append(upper)
      }
    }
    above = names.indices.map { label in
      var reached = LabelSet(labelCount: names.count)
      var seen = [Bool](repeating: false, count: names.count)
      var waiting = directlyAbove[label]
      while let next = waiting.popLast() {
        if seen[next] { continue }
        seen[next] = true
        reached.insert(next)
        waiting += directlyAbove[next]
      }
      // The parser refuses a cycle; were there one, no label holds itself back.
      reached.remove(label)
      return reached
    }
  }

  var isEmpty: Bool { above.isEmpty }

  /// Every label above one, along any chain.
  subscript(label: Int) -> LabelSet { above[label] }
}
