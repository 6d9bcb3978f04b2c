internal import PolicyEvaluation
internal import Testing

@testable internal import Gateway

/// What the parts of an input come to.
struct CategoryJudgementTests {
  typealias Part = CategoryJudgement.Part

  private static let no = Verdict(outcome: .false, score: 0.2)
  private static let yes = Verdict(outcome: .true, score: 0.7)
  private static let failed = Verdict(outcome: .failed, score: -1)

  /// The greatest score counts, and one part that holds is enough.
  @Test func takesTheGreatest() {
    let judgement = CategoryJudgement([
      Part(verdict: Self.no, kind: .image, isUnseen: false), Part(verdict: Self.yes, kind: .text, isUnseen: false),
      Part(verdict: Self.no, kind: .text, isUnseen: false),
    ])
    #expect(judgement.holds && judgement.score == 0.7 && judgement.kinds == [.text, .image] && !judgement.isFailed)
  }

  /// A part that failed spoils the rest, unless one of them holds whatever that part would have said.
  @Test func failuresSpoilWhatTheyCouldChange() {
    let failed = Part(verdict: Self.failed, kind: .text, isUnseen: false)
    #expect(CategoryJudgement([failed]).isFailed)
    #expect(CategoryJudgement([failed, Part(verdict: Self.no, kind: .text, isUnseen: false)]).isFailed)
    let settled = CategoryJudgement([failed, Part(verdict: Self.yes, kind: .image, isUnseen: false)])
    #expect(!settled.isFailed && settled.holds && settled.kinds == [.image])
  }

  /// What nothing can tell on an image has no part in it; with nothing else there is no score.
  @Test func theUnseenHasNoPart() {
    let unseen = Part(verdict: Self.failed, kind: .image, isUnseen: true)
    let beside = CategoryJudgement([unseen, Part(verdict: Self.no, kind: .text, isUnseen: false)])
    #expect(!beside.isFailed && beside.score == 0.2 && beside.kinds == [.text])
    let alone = CategoryJudgement([unseen])
    #expect(!alone.isFailed && alone.score == nil && alone.kinds.isEmpty)
  }
}
