package import Foundation

/// Whose figures they are: what a content was put to.
package struct FigureSubject: Sendable, Hashable {
  package enum Kind: Int, Sendable, Hashable, CaseIterable {
    case policy = 1
    case label = 2
  }

  package var kind: Kind
  /// The policy's id, or the label's.
  package var id: UUID
  package var versionID: UUID

  package init(_ kind: Kind, id: UUID, versionID: UUID) {
    self.kind = kind
    self.id = id
    self.versionID = versionID
  }
}

/// What a content is, to the figures. The wire's numbers.
package enum FigureSeries: Int, Sendable, Hashable, CaseIterable {
  case text = 1
  case image = 2
}

/// How long a stretch of time one row of figures stands for, in minutes.
///
/// Every time zone of today is whole quarters of an hour from UTC, so that hours and days of all of them are made of
/// quarters.
package enum FigureSpan: Int, Sendable, Hashable, CaseIterable {
  case minute = 1
  case quarter = 15
}
