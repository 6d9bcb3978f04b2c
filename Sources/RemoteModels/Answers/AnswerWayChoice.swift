/// Which way a server is asked: the first one until it turns out not to know it.
struct AnswerWayChoice: Sendable, Equatable {
  private(set) var way: AnswerWay = .logProbabilities
  /// Whether the server has answered in this way.
  private(set) var isFound = false

  mutating func found(_ way: AnswerWay) {
    // A server that once lacked log-probabilities is not asked for them again.
    if self.way == .structured { return }
    self.way = way
    isFound = true
  }
}
