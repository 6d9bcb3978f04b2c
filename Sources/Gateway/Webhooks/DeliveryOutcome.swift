internal import GuardedFetching

/// How one attempt to deliver went.
enum DeliveryOutcome: Sendable, Hashable {
  /// - Parameter retryAfter: the header `Retry-After`, where there is one.
  case answered(status: Int, retryAfter: String?)
  /// No answer came that could be read.
  case unanswered(FetchError.Code)
  /// What the webhook tells of is there no more.
  case gone
  /// The body could not be made.
  case unwritable

  /// For an operator's list and log.
  var summary: String {
    switch self {
    case .answered(let status, _): "status \(status)"
    case .unanswered(.timedOut): "no answer in time"
    case .unanswered(.unusableAnswer): "no answer that is HTTP"
    case .unanswered(.invalidURL), .unanswered(.forbiddenAddress): "a URL that is not posted to"
    case .unanswered(.unreachable): "not reachable"
    case .unanswered: "not sent"
    case .gone: "the job is gone"
    case .unwritable: "the job cannot be read"
    }
  }
}
