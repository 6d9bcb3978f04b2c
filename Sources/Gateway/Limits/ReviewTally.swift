/// What an account has had evaluated of a month, as a value: contents come in, verdicts go out.
///
/// The count that is kept runs ahead of the one that is true, by a block at most: what is let in was kept before, so
/// that a crash never forgets a content, and most are let in without a word to the store. What is kept ahead and not
/// had when the server is killed is lost to the account.
struct ReviewTally: Sendable, Hashable {
  /// Contents that the kept count runs ahead, at most.
  static let maximumBlock = 1_000

  enum Verdict: Sendable, Hashable {
    /// So many of the contents that were asked for; all, unless a part would do.
    case letIn(Int)
    /// The count has to be kept as this first.
    case keep(Int)
    /// So many are left, which are too few.
    case refused(left: Int)
  }

  let month: ReviewMonth
  /// Contents a month; nil sets no limit.
  var limit: Int?
  /// Contents that were let in.
  private(set) var count: Int
  /// What the store has. INVARIANT: never less than `count`.
  private(set) var kept: Int

  /// - Parameter kept: what the store has.
  init(month: ReviewMonth, limit: Int?, kept: Int) {
    self.month = month
    self.limit = limit
    count = kept
    self.kept = kept
  }

  /// A hundredth of a limit, so that little of a small one is ever lost.
  private var block: Int { limit.map { max(1, min(Self.maximumBlock, $0 / 100)) } ?? Self.maximumBlock }

  /// - Parameters:
  ///   - contents: more than none, unless a part will do: then none asks whether there is one left.
  ///   - isPartial: whether fewer will do, one at least.
  mutating func take(_ contents: Int, isPartial: Bool) -> Verdict {
    let left = limit.map { max(0, $0 - count) } ?? .max
    guard left >= (isPartial ? 1 : contents) else { return .refused(left: left) }
    let taken = min(left, contents)
    guard count + taken <= kept else {
      return .keep(min(count + taken + block, max(limit ?? .max, count + taken)))
    }
    count += taken
    return .letIn(taken)
  }

  /// Takes note of what the store has now.
  mutating func note(kept: Int) { self.kept = max(kept, count) }

  /// The store is to have what is true.
  mutating func settle() { kept = count }

  /// Gives back what was let in and not evaluated after all.
  mutating func giveBack(_ contents: Int) { count = max(0, count - contents) }
}
