/// All patterns in one automaton (Aho and Corasick, 1975): reading a text once finds every place of every pattern.
///
/// States are numbered breadth first, so the state that an edge leads to is one more than the edge's own number, and
/// every state's failure state has a smaller number.
struct PhraseAutomaton: Sendable {
  typealias State = Int32
  typealias Pattern = Int32

  static let root: State = 0
  static let noPattern: Pattern = -1

  let alphabet: SymbolAlphabet

  /// The number of different patterns.
  let patternCount: Int

  /// For each phrase, in the order given, its pattern; `noPattern` for an empty one.
  let patternOfPhrase: [Pattern]

  /// For each pattern, how many symbols it has.
  let lengths: [Int32]

  /// For each pattern, the longest other one that it ends in.
  let suffixes: [Pattern]

  /// For each state, where its edges begin; one more entry closes the last.
  private let firstEdges: [Int32]
  /// For each edge, its symbol's number; ascending among the edges of a state.
  private let labels: [UInt32]
  private let failures: [State]
  private let rootTargets: [State]
  /// For each state, the longest pattern that it ends in.
  private let outputs: [Pattern]

  init(_ phrases: [[UInt32]]) {
    let alphabet = SymbolAlphabet(phrases)
    var trie = PatternTrie(phrases.map { $0.map { alphabet.number(of: $0) } })
    trie.connect(symbolCount: alphabet.count)
    self.alphabet = alphabet
    patternCount = trie.lengths.count
    patternOfPhrase = trie.patternOfPhrase
    lengths = trie.lengths
    suffixes = trie.suffixes
    firstEdges = trie.firstEdges
    labels = trie.labels
    failures = trie.failures
    rootTargets = trie.rootTargets
    outputs = trie.outputs
  }

  /// The automaton as it is walked: its tables by their addresses, which hold as long as the call that gives it.
  struct Walk {
    fileprivate let firstEdges: UnsafeBufferPointer<Int32>
    fileprivate let labels: UnsafeBufferPointer<UInt32>
    fileprivate let failures: UnsafeBufferPointer<State>
    fileprivate let rootTargets: UnsafeBufferPointer<State>
    fileprivate let outputs: UnsafeBufferPointer<Pattern>

    /// The state after one more symbol, given by its number.
    func next(_ state: State, _ symbol: UInt32) -> State {
      if symbol == 0 { return PhraseAutomaton.root }
      var state = state
      while state != PhraseAutomaton.root {
        if let target = target(of: state, symbol) { return target }
        state = failures[Int(state)]
      }
      return rootTargets[Int(symbol)]
    }

    /// The longest pattern that ends in this state; the others follow by ``suffixes``.
    func output(_ state: State) -> Pattern { outputs[Int(state)] }

    /// The number of the symbol that led to this state; 0 for the root.
    func label(_ state: State) -> UInt32 { state == PhraseAutomaton.root ? 0 : labels[Int(state) - 1] }

    /// Whether some pattern begins with the symbol of this number.
    func begins(with symbol: UInt32) -> Bool { rootTargets[Int(symbol)] != PhraseAutomaton.root }

    private func target(of state: State, _ symbol: UInt32) -> State? {
      var low = Int(firstEdges[Int(state)])
      var high = Int(firstEdges[Int(state) + 1])
      while high - low > 4 {
        let middle = (low + high) / 2
        if labels[middle] <= symbol { low = middle } else { high = middle }
      }
      while low < high {
        if labels[low] == symbol { return State(low + 1) }
        low += 1
      }
      return nil
    }
  }

  func withWalk<Result>(_ body: (Walk) -> Result) -> Result {
    firstEdges.withUnsafeBufferPointer { firstEdges in
      labels.withUnsafeBufferPointer { labels in
        failures.withUnsafeBufferPointer { failures in
          rootTargets.withUnsafeBufferPointer { rootTargets in
            outputs.withUnsafeBufferPointer { outputs in
              body(
                Walk(
                  firstEdges: firstEdges, labels: labels, failures: failures, rootTargets: rootTargets,
                  outputs: outputs))
            }
          }
        }
      }
    }
  }
}
