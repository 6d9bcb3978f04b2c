package import Foundation

package struct DailyFigures: Sendable, Hashable {
  /// Since 1970, of UTC.
  package var day: Int64
  package var versionID: UUID
  package var tally: FigureTally

  package init(day: Int64, versionID: UUID, tally: FigureTally) {
    self.day = day
    self.versionID = versionID
    self.tally = tally
  }
}
