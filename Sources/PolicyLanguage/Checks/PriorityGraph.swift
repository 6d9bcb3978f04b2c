/// Which label stands above which, over all `PRIORITY` lines.
struct PriorityGraph {
  private var names: [String] = []
  private var edges: [[(target: Int, range: SourceRange)]] = []

  init(_ priorities: [PrioritySyntax]) {
    var indices: [String: Int] = [:]
    for priority in priorities {
      for (upper, lower) in zip(priority.labels, priority.labels.dropFirst()) {
        let source = index(of: upper.value, in: &indices)
        edges[source].append((index(of: lower.value, in: &indices), lower.range))
      }
    }
  }

  private mutating func index(of name: String, in indices: inout [String: Int]) -> Int {
    if let index = indices[name] { return index }
    indices[name] = names.count
    names.append(name)
    edges.append([])
    return names.count - 1
  }

  /// The labels of a circle, if there is one, and the place that closes it. Without recursion: a chain may be long.
  func cycle() -> (names: [String], range: SourceRange)? {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: names.count)
    for root in names.indices where states[root] == .new {
      var path: [(node: Int, next: Int)] = [(root, 0)]
      states[root] = .open
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let (target, range) = edges[node][next]
        switch states[target] {
        case .done: continue
        case .new:
          states[target] = .open
          path.append((target, 0))
        case .open:
          let start = path.firstIndex { $0.node == target } ?? 0
          return (path[start...].map { names[$0.node] }, range)
        }
      }
    }
    return nil
  }
}
