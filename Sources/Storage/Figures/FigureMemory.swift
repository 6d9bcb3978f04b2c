import Foundation

/// The rows of figures that were written last, so that those that are written again and again need not be read each time.
///
/// INVARIANT: what is remembered is what is committed. There is one writer, and whoever opens the store beside a server
/// ends no job.
struct FigureMemory: Sendable {
  struct RowKey: Hashable {
    var accountID: UUID
    var span: FigureSpan
    /// In minutes since 1970.
    var start: Int64
    var subject: FigureSubject
    var series: FigureSeries
  }

  struct VersionKey: Hashable {
    var accountID: UUID
    var subject: FigureSubject
  }

  /// A row of a policy with 500 labels takes 8 kB.
  private static let limit = 1_024

  private var rows: [RowKey: FigureTally] = [:]
  /// When each version was first evaluated.
  private var firsts: [VersionKey: Int64] = [:]

  func tally(at key: RowKey) -> FigureTally? { rows[key] }

  func first(of version: VersionKey) -> Int64? { firsts[version] }

  mutating func keep(rows new: [RowKey: FigureTally], firsts newFirsts: [VersionKey: Int64]) {
    if rows.count + new.count > Self.limit { rows = [:] }
    rows.merge(new) { $1 }
    if firsts.count + newFirsts.count > Self.limit { firsts = [:] }
    firsts.merge(newFirsts) { $1 }
  }

  mutating func forget() { self = FigureMemory() }
}
