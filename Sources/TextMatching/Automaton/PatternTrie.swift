/// The making of a ``PhraseAutomaton``: a trie built breadth first out of the sorted patterns, then connected.
struct PatternTrie {
  private(set) var patternOfPhrase: [PhraseAutomaton.Pattern]
  private(set) var lengths: [Int32] = []
  private(set) var firstEdges: [Int32] = []
  private(set) var labels: [UInt32] = []
  private(set) var failures: [PhraseAutomaton.State] = []
  private(set) var rootTargets: [PhraseAutomaton.State] = []
  private(set) var outputs: [PhraseAutomaton.Pattern] = []
  private(set) var suffixes: [PhraseAutomaton.Pattern] = []

  /// The patterns that a state stands for the common beginning of.
  private struct Node {
    var patterns: Range<Int>
    var depth: Int
  }

  init(_ phrases: [[UInt32]]) {
    let order = phrases.indices.filter { !phrases[$0].isEmpty }
      .sorted { phrases[$0].lexicographicallyPrecedes(phrases[$1]) }
    patternOfPhrase = Array(repeating: PhraseAutomaton.noPattern, count: phrases.count)
    var patterns: [[UInt32]] = []
    for phrase in order {
      if patterns.last != phrases[phrase] {
        patterns.append(phrases[phrase])
        lengths.append(Int32(phrases[phrase].count))
      }
      patternOfPhrase[phrase] = PhraseAutomaton.Pattern(patterns.count - 1)
    }

    var nodes = [Node(patterns: patterns.indices, depth: 0)]
    var state = 0
    while state < nodes.count {
      let node = nodes[state]
      state += 1
      firstEdges.append(Int32(labels.count))
      var first = node.patterns.lowerBound
      // A pattern that ends here is the first of those that begin alike.
      let endsHere = first < node.patterns.upperBound && patterns[first].count == node.depth
      outputs.append(endsHere ? PhraseAutomaton.Pattern(first) : PhraseAutomaton.noPattern)
      if endsHere { first += 1 }
      while first < node.patterns.upperBound {
        let label = patterns[first][node.depth]
        var end = first + 1
        while end < node.patterns.upperBound, patterns[end][node.depth] == label { end += 1 }
        labels.append(label)
        nodes.append(Node(patterns: first..<end, depth: node.depth + 1))
        first = end
      }
    }
    firstEdges.append(Int32(labels.count))
  }

  /// Gives every state its failure state, and every pattern the longest other that it ends in.
  mutating func connect(symbolCount: Int) {
    rootTargets = Array(repeating: PhraseAutomaton.root, count: symbolCount + 1)
    for edge in edges(of: 0) { rootTargets[Int(labels[edge])] = PhraseAutomaton.State(edge + 1) }
    failures = Array(repeating: PhraseAutomaton.root, count: outputs.count)
    suffixes = Array(repeating: PhraseAutomaton.noPattern, count: lengths.count)
    for state in outputs.indices {
      if state > 0 {
        let inherited = outputs[Int(failures[state])]
        if outputs[state] == PhraseAutomaton.noPattern {
          outputs[state] = inherited
        } else {
          suffixes[Int(outputs[state])] = inherited
        }
      }
      for edge in edges(of: state) where state > 0 {
        failures[edge + 1] = target(from: failures[state], labels[edge])
      }
    }
  }

  private func edges(of state: Int) -> Range<Int> { Int(firstEdges[state])..<Int(firstEdges[state + 1]) }

  /// Where the automaton goes from a state whose own failure state is known.
  private func target(from start: PhraseAutomaton.State, _ label: UInt32) -> PhraseAutomaton.State {
    var state = start
    while state != PhraseAutomaton.root {
      var range = edges(of: Int(state))
      while !range.isEmpty {
        let middle = (range.lowerBound + range.upperBound) / 2
        if labels[middle] == label { return PhraseAutomaton.State(middle + 1) }
        range = labels[middle] < label ? middle + 1..<range.upperBound : range.lowerBound..<middle
      }
      state = failures[Int(state)]
    }
    return rootTargets[Int(label)]
  }
}
