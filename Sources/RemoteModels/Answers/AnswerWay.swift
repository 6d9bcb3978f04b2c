/// How a server is asked for a probability.
enum AnswerWay: Sendable, Hashable {
  /// One token, and how likely it and its alternatives were.
  case logProbabilities
  /// A JSON object with a number in it.
  case structured
}
