internal import PolicyEvaluation

/// What the parts of an input say of one category together.
struct CategoryJudgement: Hashable {
  struct Part {
    var verdict: Verdict
    var kind: ModerationPart.Kind
    /// Whether a failure means that nothing here could have judged it, rather than that judging failed.
    var isUnseen: Bool
  }

  /// Whether it holds on any part.
  private(set) var holds = false
  /// The greatest of the parts that were judged; nil where none was.
  private(set) var score: Double?
  /// What was judged, in the order of `Kind`.
  private(set) var kinds: [ModerationPart.Kind] = []
  /// Whether a part failed that could have made it hold.
  private(set) var isFailed = false

  init(_ parts: [Part]) {
    var judged: Set<ModerationPart.Kind> = []
    for part in parts {
      switch part.verdict.outcome {
      case .true, .false:
        holds = holds || part.verdict.outcome == .true
        score = max(score ?? 0, part.verdict.score)
        judged.insert(part.kind)
      case .failed, .unsettled:
        if !part.isUnseen { isFailed = true }
      }
    }
    if holds { isFailed = false }
    kinds = ModerationPart.Kind.allCases.filter(judged.contains)
  }
}
